import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { Check } from "lucide-react";
import {
  useDeferredValue,
  useEffect,
  useId,
  useMemo,
  useRef,
  useState,
  type KeyboardEvent,
  type ReactNode,
  type RefObject,
} from "react";
import { useExerciseSearch } from "@/features/exercises/use-exercise-search.ts";
import { makeSearchIndex, searchExercises } from "@/features/exercises/search.ts";
import type { Problem } from "@/training/programs/problems.ts";
import { CodeArea, insertText } from "./code-area.tsx";
import { LanguageHelp } from "./language-help.tsx";
import { ProblemList, WarningList } from "./problem-lists.tsx";
import { suggestionsAt, type FindExercises, type Suggestion } from "./suggestions.ts";
import styles from "./text-tab.module.css";
import { lengthAt, lineAt, offsetOf } from "./text-places.ts";

/** What phones hide behind two taps and a program needs in every line. */
const SYMBOLS = ["@", "%", "x", "+", "-", ":", ",", ";", '"', "#", "="];

interface TextTabProps {
  readonly text: string;
  readonly problems: readonly Problem[];
  readonly warnings: readonly Problem[];
  /** Where the caret stands at first, as an offset; null leaves it to the reader. */
  readonly start_at: number | null;
  readonly onText: (text: string) => void;
  /** The one action of the page: here it is no bar, which would lie over the keys. */
  readonly children: ReactNode;
}

/** The program as text: errors as it is typed, words to choose from, keys for the signs of the language. */
export function TextTab({ text, problems, warnings, start_at, onText, children }: TextTabProps) {
  const { t } = useLingui();
  const id = useId();
  const area = useRef<HTMLTextAreaElement>(null);
  const [caret, setCaret] = useState(text.length);
  const [active, setActive] = useState<number | null>(null);
  useStartAt(area, start_at);
  const findExercises = useFindExercises();
  const place = useDeferredValue(caret);
  const suggestions = suggestionsAt(text, Math.min(place, text.length), findExercises);
  const take = (suggestion: Suggestion) => {
    setActive(null);
    if (area.current) insertText(area.current, suggestion.from, suggestion.to, suggestion.text);
  };
  const onKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    const step = nextActive(event, active, suggestions.length);
    if (step === null) return;
    event.preventDefault();
    const chosen = suggestions[active ?? -1];
    if (step === "take" && chosen) take(chosen);
    else setActive(typeof step === "number" ? step : null);
  };
  const show = (problem: Problem, mend: boolean) => {
    const field = area.current;
    if (!field) return;
    const at = offsetOf(text, problem.line, problem.column);
    const end = at + lengthAt(text.split("\n")[problem.line - 1] ?? "", problem.column);
    if (mend) insertText(field, at, end, problem.hint);
    else {
      field.focus();
      field.setSelectionRange(at, end);
    }
  };
  const optionId = (index: number) => `${id}-${index}`;
  return (
    <div className={styles.columns}>
      <div className={styles.editor}>
        <CodeArea
          label={t`Text of the program`}
          text={text}
          problems={problems}
          area={area}
          onText={onText}
          onCaret={(offset) => {
            setCaret(offset);
            if (offset !== caret) setActive(null);
          }}
          onKeyDown={onKeyDown}
          list_id={`${id}-list`}
          active_id={active === null ? undefined : optionId(active)}
          described_by={`${id}-state ${id}-keys`}
        />
        <div className={styles.keys}>
          <div className={styles.row} role="listbox" id={`${id}-list`} aria-label={t`Suggestions`}>
            {suggestions.map((suggestion, index) => (
              <button
                key={suggestion.text}
                type="button"
                role="option"
                id={optionId(index)}
                aria-selected={index === active}
                className={`${styles.key} ${styles.suggestion}`}
                tabIndex={-1}
                // The field keeps the focus, so the phone's keyboard stays.
                onPointerDown={(event) => event.preventDefault()}
                onClick={() => take(suggestion)}
              >
                {suggestion.label ?? suggestion.text}
              </button>
            ))}
          </div>
          <div className={`${styles.row} ${styles.symbols}`} role="group" aria-label={t`Signs`}>
            {SYMBOLS.map((symbol) => (
              <button
                key={symbol}
                type="button"
                className={styles.key}
                tabIndex={-1}
                onPointerDown={(event) => event.preventDefault()}
                onClick={() => {
                  const field = area.current;
                  if (field) insertText(field, field.selectionStart, field.selectionEnd, symbol);
                }}
              >
                {symbol}
              </button>
            ))}
          </div>
        </div>
      </div>
      <div className={styles.editor}>
        <div id={`${id}-state`} aria-live="polite">
          {problems.length === 0 ? (
            <p className={styles.good}>
              <Check size={18} aria-hidden="true" />
              <Trans>This program can run.</Trans>
            </p>
          ) : (
            <p className={styles.where}>
              <Plural value={problems.length} one="# thing to mend" other="# things to mend" />
            </p>
          )}
        </div>
        <ProblemList problems={problems} onShow={show} />
        <WarningList warnings={warnings} onShow={(problem) => show(problem, false)} />
        {children}
        <LanguageHelp keys_id={`${id}-keys`} />
      </div>
    </div>
  );
}

/** Shows a place of the text when the tab is opened for it: the whole line is marked and stands in view. */
function useStartAt(area: RefObject<HTMLTextAreaElement | null>, at: number | null): void {
  useEffect(() => {
    const field = area.current;
    if (at === null || !field) return;
    const end = field.value.indexOf("\n", at);
    field.focus();
    field.setSelectionRange(at, end === -1 ? field.value.length : end);
    const lines = field.value.split("\n").length;
    const place = (field.clientHeight * lineAt(field.value, at).line) / lines;
    scrollerOf(field)?.scrollTo({ top: place - SHOWN_ABOVE_PX });
  }, [area, at]);
}

/** What is seen above a place that was asked for. */
const SHOWN_ABOVE_PX = 80;

function scrollerOf(field: HTMLElement): HTMLElement | null {
  let place = field.parentElement;
  while (place && place.scrollHeight <= place.clientHeight) place = place.parentElement;
  return place;
}

/** What a key does to the chosen suggestion; null leaves the key to the field. */
function nextActive(event: KeyboardEvent, active: number | null, count: number): number | "take" | "close" | null {
  const opens = event.ctrlKey && event.key === " ";
  if (active === null) return opens && count > 0 ? 0 : null;
  switch (event.key) {
    case "ArrowDown":
    case "ArrowRight":
      return (active + 1) % count;
    case "ArrowUp":
    case "ArrowLeft":
      return (active + count - 1) % count;
    case "Enter":
    case "Tab":
      return "take";
    case "Escape":
      return "close";
    default:
      return null;
  }
}

/** Exercises by a few letters, as a program writes them. */
function useFindExercises(): FindExercises {
  const search = useExerciseSearch("");
  return useMemo(() => {
    const all = search?.found ?? [];
    const index = makeSearchIndex(all);
    return (text) =>
      searchExercises(text, index, () => true)
        .slice(0, 12)
        .map((exercise) => ({ text: exercise.slug ?? exercise.name.replaceAll('"', "'"), name: exercise.name }));
  }, [search?.found]);
}

import { Trans, useLingui } from "@lingui/react/macro";
import { Check, Plus, Search, Star } from "lucide-react";
import { useDeferredValue, useEffect, useId, useRef, useState } from "react";
import { useFormat } from "@/features/auth/use-format.ts";
import type { ExerciseRow } from "@/db/documents.ts";
import { SearchField } from "@/ui/field.tsx";
import { Skeleton } from "@/ui/skeleton.tsx";
import { useExerciseDetail } from "./use-exercise-detail.ts";
import { useExerciseSearch } from "./use-exercise-search.ts";
import { useOptionKeys } from "./use-option-keys.ts";
import styles from "./exercise-picker.module.css";

interface ExerciseOptionsProps {
  readonly initial_text: string;
  readonly suggestions?: readonly string[];
  readonly current_id?: string | null;
  readonly onPick: (exercise_id: string) => void;
  readonly onCreate: (name: string) => void;
}

const SHOWN = 60;
const SKELETON = [56, 56, 56, 56];

/** A search field over a list of exercises; the arrow keys walk the list while the text is being typed. */
export function ExerciseOptions({ initial_text, suggestions = [], current_id, onPick, onCreate }: ExerciseOptionsProps) {
  const { t } = useLingui();
  const format = useFormat();
  const id = useId();
  const [text, setText] = useState(initial_text);
  const query = useDeferredValue(text.trim());
  const search = useExerciseSearch(query);
  const suggested = query === "" ? suggestedFirst(search?.found ?? [], suggestions) : [];
  const others = (search?.found ?? []).filter((exercise) => !suggested.includes(exercise));
  const options = optionsOf(suggested, others.slice(0, SHOWN));
  const choose = (option: ExerciseRow | null | undefined) => {
    if (option) onPick(option.id);
    else if (option === null) onCreate(text.trim());
  };
  const optionId = (index: number) => `${id}-${index}`;
  const keys = useOptionKeys(
    options.length,
    (index) => choose(options[index]),
    (index) => {
      document.querySelector(`#${CSS.escape(optionId(index))}`)?.scrollIntoView({ block: "nearest" });
    },
  );
  const hidden = others.length - SHOWN;
  // A finger reads the suggestions first; a keyboard that covers them would be in the way.
  const field = useRef<HTMLDivElement>(null);
  const autofocus = matchMedia("(pointer: fine)").matches || suggestions.length === 0 || initial_text !== "";
  useEffect(() => {
    // The dialog opens after this and puts the focus on its first button; the field wants it after that.
    if (autofocus) queueMicrotask(() => field.current?.querySelector("input")?.focus());
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, []);
  return (
    <>
      <div ref={field}>
        <SearchField
          label={t`Search exercises`}
          icon={<Search size={20} />}
          value={text}
          type="text"
          role="combobox"
          aria-expanded
          aria-autocomplete="list"
          aria-controls={`${id}-list`}
          aria-activedescendant={search ? optionId(keys.active) : undefined}
          onChange={(event) => {
            setText(event.target.value);
            keys.reset();
          }}
          onKeyDown={keys.onKeyDown}
        />
      </div>
      {!search && <Skeleton heights={SKELETON} />}
      {search && (
        <div className={styles.frame}>
          <div className={styles.list} role="listbox" id={`${id}-list`} aria-label={t`Exercises`}>
            {suggested.length > 0 && <Heading>{t`Likely`}</Heading>}
            {options.map((option, index) => (
              <div key={option?.id ?? "new"} role="presentation">
                {index === suggested.length + 1 && suggested.length > 0 && <Heading>{t`All exercises`}</Heading>}
                {option ? (
                  <ExerciseOption
                    id={optionId(index)}
                    exercise={option}
                    active={index === keys.active}
                    current={option.id === current_id}
                    onPick={() => choose(option)}
                  />
                ) : (
                  <NewOption id={optionId(index)} name={text.trim()} active={index === keys.active} onPick={() => choose(option)} />
                )}
              </div>
            ))}
          </div>
        </div>
      )}
      {hidden > 0 && (
        <p className={styles.more}>
          <Trans>{format.number(hidden)} more: type to narrow the list.</Trans>
        </p>
      )}
    </>
  );
}

function Heading({ children }: { readonly children: React.ReactNode }) {
  return (
    <div className={styles.group} role="presentation">
      {children}
    </div>
  );
}

interface OptionProps {
  readonly id: string;
  readonly active: boolean;
  readonly onPick: () => void;
}

function ExerciseOption({
  id,
  exercise,
  active,
  current,
  onPick,
}: OptionProps & { readonly exercise: ExerciseRow; readonly current: boolean }) {
  const detail = useExerciseDetail();
  return (
    // The focus stays in the search field; its keys move the active option.
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/interactive-supports-focus
    <div id={id} role="option" aria-selected={active} data-active={active} className={styles.option} onClick={onPick}>
      <span className={styles.texts}>
        <span className={styles.name}>{exercise.name}</span>
        <span className={styles.detail}>{detail(exercise)}</span>
      </span>
      {exercise.favourite && <Star size={18} fill="currentColor" className={styles.favourite} aria-hidden="true" />}
      {current && <Check size={20} className={styles.current} aria-hidden="true" />}
    </div>
  );
}

function NewOption({ id, name, active, onPick }: OptionProps & { readonly name: string }) {
  const { t } = useLingui();
  return (
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/interactive-supports-focus
    <div id={id} role="option" aria-selected={active} data-active={active} className={styles.option} onClick={onPick}>
      <span className={styles.texts}>
        <span className={styles.name}>{name === "" ? t`Make a new exercise` : t`Make a new exercise “${name}”`}</span>
      </span>
      <span className={styles.create}>
        <Plus size={20} aria-hidden="true" />
      </span>
    </div>
  );
}

/** Null stands for a new exercise: after the likely ones, or after everything that was found. */
function optionsOf(suggested: readonly ExerciseRow[], others: readonly ExerciseRow[]): readonly (ExerciseRow | null)[] {
  return suggested.length > 0 ? [...suggested, null, ...others] : [...others, null];
}

function suggestedFirst(exercises: readonly ExerciseRow[], ids: readonly string[]): readonly ExerciseRow[] {
  return ids.flatMap((wanted) => exercises.find((exercise) => exercise.id === wanted) ?? []);
}

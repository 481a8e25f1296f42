import { memo, useEffect, type KeyboardEvent, type RefObject } from "react";
import type { Problem } from "@/training/programs/problems.ts";
import styles from "./code-area.module.css";
import { lengthAt, lineAt, lineBreakAfter } from "./text-places.ts";

interface CodeAreaProps {
  readonly label: string;
  readonly text: string;
  readonly problems: readonly Problem[];
  readonly area: RefObject<HTMLTextAreaElement | null>;
  readonly onText: (text: string) => void;
  readonly onCaret: (offset: number) => void;
  readonly onKeyDown: (event: KeyboardEvent<HTMLTextAreaElement>) => void;
  /** Ids of the list of completions and of the one that is chosen in it. */
  readonly list_id: string;
  readonly active_id: string | undefined;
  readonly described_by: string;
}

/**
 * The platform's own text field with line numbers and marks under what is wrong: what phones do with a field
 * (selecting, dictating, undoing) works in it as everywhere. The marks are drawn by a copy of the text behind it.
 */
export function CodeArea(props: CodeAreaProps) {
  const { label, text, problems, area, onText, onCaret, onKeyDown, list_id, active_id, described_by } = props;
  const lines = text.split("\n");
  const byLine = Map.groupBy(problems, (problem) => problem.line);
  useLineBreaks(area);
  return (
    <div className={styles.frame}>
      <div className={styles.scroll}>
        <div className={styles.gutter} aria-hidden="true">
          {lines.map((_, index) => (
            <div key={index} className={styles.number} data-wrong={byLine.has(index + 1) || undefined}>
              {index + 1}
            </div>
          ))}
        </div>
        <div className={styles.stack}>
          <pre className={styles.mirror} aria-hidden="true">
            {lines.map((line, index) => (
              <Line key={index} line={line} marks={marksOf(line, byLine.get(index + 1) ?? NONE)} />
            ))}
          </pre>
          <textarea
            ref={area}
            className={styles.area}
            aria-label={label}
            aria-describedby={described_by}
            aria-autocomplete="list"
            aria-controls={list_id}
            aria-activedescendant={active_id}
            aria-invalid={problems.length > 0 || undefined}
            value={text}
            wrap="off"
            spellCheck={false}
            autoCapitalize="off"
            autoComplete="off"
            autoCorrect="off"
            onChange={(event) => {
              onText(event.target.value);
              onCaret(event.target.selectionStart);
            }}
            onSelect={(event) => onCaret(event.currentTarget.selectionStart)}
            onKeyDown={onKeyDown}
          />
        </div>
      </div>
    </div>
  );
}

const NONE: readonly Problem[] = [];

/** Columns of what is wrong in a line, as one string: lines that did not change are not drawn anew. */
function marksOf(line: string, problems: readonly Problem[]): string {
  return problems.map(({ column }) => `${column - 1}:${column - 1 + lengthAt(line, column)}`).join(" ");
}

const Line = memo(function Line({ line, marks }: { readonly line: string; readonly marks: string }) {
  if (marks === "") return <span className={styles.line}>{line}</span>;
  const parts: { key: number; text: string; wrong: boolean }[] = [];
  let at = 0;
  for (const [from = 0, to = 0] of marks.split(" ").map((mark) => mark.split(":").map(Number))) {
    if (from < at) continue;
    parts.push(
      { key: at, text: line.slice(at, from), wrong: false },
      { key: from + 0.5, text: line.slice(from, to) || " ", wrong: true },
    );
    at = to;
  }
  return (
    <span className={styles.line}>
      {parts.map(({ key, text, wrong }) => (
        <span key={key} className={wrong ? styles.wrong : undefined}>
          {text}
        </span>
      ))}
      {line.slice(at)}
    </span>
  );
});

/** Enter goes on at the same indentation. Heard as input: keys of phones do not say which key they are. */
function useLineBreaks(area: RefObject<HTMLTextAreaElement | null>): void {
  useEffect(() => {
    const field = area.current;
    if (!field) return;
    const listener = (event: InputEvent) => {
      if (event.inputType !== "insertLineBreak" || field.selectionStart !== field.selectionEnd) return;
      const wanted = lineBreakAfter(lineAt(field.value, field.selectionStart).before);
      if (wanted === "\n") return;
      event.preventDefault();
      insertText(field, field.selectionStart, field.selectionStart, wanted);
    };
    field.addEventListener("beforeinput", listener);
    return () => field.removeEventListener("beforeinput", listener);
  }, [area]);
}

/** Write into the field as if it had been typed, so that the browser's own undo takes it back. */
export function insertText(field: HTMLTextAreaElement, from: number, to: number, text: string): void {
  field.focus();
  field.setSelectionRange(from, to);
  // Deprecated and without a successor: nothing else keeps the undo of a text field.
  // oxlint-disable-next-line typescript/no-deprecated
  const done = document.execCommand("insertText", false, text);
  if (done) return;
  field.setRangeText(text, from, to, "end");
  field.dispatchEvent(new InputEvent("input", { bubbles: true }));
}

import { useEffect, useState } from "react";
import { beginHistory, edited, redone, undone } from "./edit-history.ts";

interface Edits {
  readonly edit: (next: string) => void;
  readonly undo: (() => void) | null;
  readonly redo: (() => void) | null;
  /** Rises with every step back or forward: fields that keep what was typed begin anew. */
  readonly steps: number;
}

/** Undo and redo of the builder, by button and by key; `listens` while it is what the lifter sees. */
export function useEditHistory(text: string, setText: (text: string) => void, listens: boolean): Edits {
  const [history, setHistory] = useState(() => beginHistory(text));
  const [steps, setSteps] = useState(0);
  const step = (next: ReturnType<typeof undone>) =>
    next === null
      ? null
      : () => {
          setHistory(next);
          setSteps(steps + 1);
          setText(next.last);
        };
  const undo = step(undone(history, text));
  const redo = step(redone(history, text));
  useEffect(() => {
    if (!listens) return;
    const listener = (event: KeyboardEvent) => {
      const back = event.key.toLowerCase() === "z" && (event.ctrlKey || event.metaKey);
      // A field undoes its own letters.
      if (!back || event.defaultPrevented || (event.target instanceof Element && event.target.closest("input, textarea, select")))
        return;
      event.preventDefault();
      (event.shiftKey ? redo : undo)?.();
    };
    window.addEventListener("keydown", listener);
    return () => window.removeEventListener("keydown", listener);
  });
  const edit = (next: string) => {
    if (next === text) return;
    setHistory(edited(history, text, next));
    setText(next);
  };
  return { edit, undo, redo, steps };
}

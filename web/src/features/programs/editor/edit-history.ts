/** What the builder did, step by step, as the texts before and after: each edit gives one text. */
export interface EditHistory {
  readonly past: readonly string[];
  /** The text as the builder last left it; what is typed in the text itself differs from it. */
  readonly last: string;
  readonly future: readonly string[];
}

const KEPT = 200;

export function beginHistory(text: string): EditHistory {
  return { past: [], last: text, future: [] };
}

/** After an edit from `text` to `next`. All that was typed before it is one step of its own. */
export function edited({ past, last }: EditHistory, text: string, next: string): EditHistory {
  const before = text === last ? [text] : [last, text];
  return { past: [...past, ...before].slice(-KEPT), last: next, future: [] };
}

/** One step back from `text`; null where there is none. */
export function undone({ past, last, future }: EditHistory, text: string): EditHistory | null {
  if (text !== last) return { past, last, future: [text] };
  const before = past.at(-1);
  return before === undefined ? null : { past: past.slice(0, -1), last: before, future: [text, ...future] };
}

/** One step forward again; null where there is none, or where something was typed since. */
export function redone({ past, last, future }: EditHistory, text: string): EditHistory | null {
  const [next, ...later] = future;
  return next === undefined || text !== last ? null : { past: [...past, text], last: next, future: later };
}

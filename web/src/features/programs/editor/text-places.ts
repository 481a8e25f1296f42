import type { Problem } from "@/training/programs/problems.ts";

/** Offset of a 1-based line and column. */
export function offsetOf(text: string, line: number, column: number): number {
  let at = 0;
  for (let left = line - 1; left > 0; left -= 1) {
    const next = text.indexOf("\n", at);
    if (next === -1) return text.length;
    at = next + 1;
  }
  const end = text.indexOf("\n", at);
  return Math.min(at + column - 1, end === -1 ? text.length : end);
}

/** The 1-based line of an offset, and the line's text up to it. */
export function lineAt(text: string, offset: number): { readonly line: number; readonly before: string } {
  const start = text.lastIndexOf("\n", offset - 1) + 1;
  return { line: text.slice(0, start).split("\n").length, before: text.slice(start, offset) };
}

const WORD = /^(?:"[^"]*"?|[A-Za-z0-9_.]+(?:-[A-Za-z0-9_]+)*|\S)/;

/** Length of the word that a problem is about, at least one letter. */
export function lengthAt(line: string, column: number): number {
  return WORD.exec(line.slice(column - 1))?.[0].length ?? 1;
}

/** The text with the word of a problem replaced by what it may have meant. */
export function withHint(text: string, problem: Problem): string {
  const at = offsetOf(text, problem.line, problem.column);
  const line = text.split("\n")[problem.line - 1] ?? "";
  return text.slice(0, at) + problem.hint + text.slice(at + lengthAt(line, problem.column));
}

/** What Enter writes: inside a block the next line belongs to it too. */
export function lineBreakAfter(before: string): string {
  if (/^\s+\S/.test(before)) return `\n${/^\s+/.exec(before)?.[0] ?? "  "}`;
  return /^(?:program|scheme|day)\b/.test(before) ? "\n  " : "\n";
}

/** Where the rules of a scheme begin, else the scheme itself; null when the text has none of that name. */
export function rulesAt(text: string, scheme: string): number | null {
  const lines = text.split("\n");
  const block = lines.findIndex((line) => /^scheme\s+([\w-]+)/.exec(line)?.[1] === scheme);
  if (block === -1) return null;
  const next = lines.findIndex((line, at) => at > block && /^\S/.test(line));
  const rule = lines.findIndex((line, at) => at > block && /^\s+(?:on|var)\b/.test(line));
  const found = rule !== -1 && (next === -1 || rule < next) ? rule : block;
  return offsetOf(text, found + 1, (/\S/.exec(lines[found] ?? "")?.index ?? 0) + 1);
}

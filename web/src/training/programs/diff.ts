/** Two editions of a program compared, block by block and line by line; the twin of the server's `diff.py`. */
import type { Block, Program } from "./model.ts";
import { blockHead, blockLines } from "./write-text.ts";

export type BlockChange = "added" | "removed" | "changed" | "moved";
export type LineChange = "same" | "added" | "removed";

/** A line of the canonical text and in which edition it is. */
export interface DiffLine {
  readonly change: LineChange;
  readonly text: string;
}

/**
 * A block that differs. `kind` is program, lift, scheme, week, day or end (comments after the last block);
 * `name` is what the block is known by; `lines` has every line of it in either edition.
 */
export interface BlockDiff {
  readonly kind: Block["type"] | "end";
  readonly name: string;
  readonly change: BlockChange;
  readonly lines: readonly DiffLine[];
}

interface Known {
  readonly kind: BlockDiff["kind"];
  readonly name: string;
  readonly lines: readonly string[];
}

/**
 * Blocks that differ, in the order of the newer edition, removed ones where they stood.
 *
 * A block is the same when it has the same name, a day when it stands in the same weeks too; one that stands
 * in another place with the same lines has moved.
 */
export function diffPrograms(before: Program, after: Program): readonly BlockDiff[] {
  const old = blocksOf(before);
  const now = blocksOf(after);
  return compare([...old.keys()], [...now.keys()]).flatMap(([change, key]): readonly BlockDiff[] => {
    const was = old.get(key);
    const is = now.get(key);
    if (change === "removed") return was && !is ? [whole(was, "removed")] : [];
    if (!is) return [];
    if (!was) return [whole(is, "added")];
    const { kind, name } = is;
    const lines = compare(was.lines, is.lines).map(([line_change, text]) => ({ change: line_change, text }));
    if (lines.some((line) => line.change !== "same")) return [{ kind, name, change: "changed", lines }];
    return change === "added" ? [{ kind, name, change: "moved", lines }] : [];
  });
}

function whole({ kind, name, lines }: Known, change: "added" | "removed"): BlockDiff {
  return { kind, name, change, lines: lines.map((text) => ({ change, text })) };
}

/** Blocks by what they are known by; blank lines around them are left out. */
function blocksOf(program: Program): ReadonlyMap<string, Known> {
  const found = new Map<string, Known>();
  const times = new Map<string, number>();
  let weeks = "";
  for (const block of program.blocks) {
    if (block.type === "week") weeks = blockHead(block);
    const known_by = nameOf(block, weeks);
    const count = (times.get(`${block.type} ${known_by}`) ?? 0) + 1;
    times.set(`${block.type} ${known_by}`, count);
    const name = count === 1 ? known_by : `${known_by} (${count})`;
    found.set(`${block.type} ${name}`, { kind: block.type, name, lines: blockLines(block).filter(Boolean) });
  }
  if (program.tail.length > 0) found.set("end ", { kind: "end", name: "", lines: program.tail.filter(Boolean) });
  return found;
}

function nameOf(block: Block, weeks: string): string {
  switch (block.type) {
    case "program":
      return "";
    case "week":
      return weeks;
    case "day":
      return weeks ? `${weeks}: ${block.name}` : block.name;
    default:
      return block.name;
  }
}

/** A shortest way from one list to the other: what is the same, removed (first) and added. */
function compare(before: readonly string[], after: readonly string[]): readonly (readonly [LineChange, string])[] {
  const most = Math.min(before.length, after.length);
  let start = 0;
  while (start < most && before[start] === after[start]) start += 1;
  let end = 0;
  while (end < most - start && before.at(-1 - end) === after.at(-1 - end)) end += 1;
  return [
    ...after.slice(0, start).map((one) => ["same", one] as const),
    ...middle(before.slice(start, before.length - end), after.slice(start, after.length - end)),
    ...after.slice(after.length - end).map((one) => ["same", one] as const),
  ];
}

/** Beyond that many pairs of lines a block is told as written anew, so that no text takes long to compare. */
const MAX_CELLS = 250_000;

/** By the longest common subsequence. */
function middle(before: readonly string[], after: readonly string[]): readonly (readonly [LineChange, string])[] {
  if (before.length * after.length > MAX_CELLS) {
    return [...before.map((one) => ["removed", one] as const), ...after.map((one) => ["added", one] as const)];
  }
  const width = after.length + 1;
  const longest = new Uint16Array((before.length + 1) * width);
  const at = (i: number, j: number) => longest[i * width + j] ?? 0;
  for (let i = before.length - 1; i >= 0; i -= 1) {
    for (let j = after.length - 1; j >= 0; j -= 1) {
      longest[i * width + j] = before[i] === after[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
    }
  }
  const found: [LineChange, string][] = [];
  let i = 0;
  let j = 0;
  while (i < before.length || j < after.length) {
    const [old, now] = [before[i], after[j]];
    if (old !== undefined && old === now) {
      found.push(["same", old]);
      i += 1;
      j += 1;
    } else if (old !== undefined && (now === undefined || at(i + 1, j) >= at(i, j + 1))) {
      found.push(["removed", old]);
      i += 1;
    } else {
      found.push(["added", now ?? ""]);
      j += 1;
    }
  }
  return found;
}

/** What differs between two editions, line by line and under the block it stands in. */

export interface DiffLine {
  readonly kind: "same" | "old" | "new";
  readonly text: string;
}

/** Changed lines of one block with the lines around them. */
export interface DiffHunk {
  /** The line that begins the block, such as `scheme fives`. */
  readonly head: string;
  readonly lines: readonly DiffLine[];
}

/** Lines of both texts in order: the longest common part stays, the rest is old or new. */
export function diffLines(before: string, after: string): readonly DiffLine[] {
  const old_lines = before.trimEnd().split("\n");
  const new_lines = after.trimEnd().split("\n");
  let start = 0;
  while (start < old_lines.length && start < new_lines.length && old_lines[start] === new_lines[start]) start += 1;
  let end = 0;
  const most = Math.min(old_lines.length, new_lines.length) - start;
  while (end < most && old_lines.at(-1 - end) === new_lines.at(-1 - end)) end += 1;
  const same = (text: string): DiffLine => ({ kind: "same", text });
  return [
    ...old_lines.slice(0, start).map(same),
    ...middle(old_lines.slice(start, old_lines.length - end), new_lines.slice(start, new_lines.length - end)),
    ...old_lines.slice(old_lines.length - end).map(same),
  ];
}

/** The longest common subsequence by dynamic programming; at most 2,000 lines each. */
function middle(old_lines: readonly string[], new_lines: readonly string[]): readonly DiffLine[] {
  const width = new_lines.length + 1;
  const common = new Uint16Array((old_lines.length + 1) * width);
  for (let i = old_lines.length - 1; i >= 0; i -= 1) {
    for (let j = new_lines.length - 1; j >= 0; j -= 1) {
      const down = common[(i + 1) * width + j] ?? 0;
      const right = common[i * width + j + 1] ?? 0;
      common[i * width + j] = old_lines[i] === new_lines[j] ? (common[(i + 1) * width + j + 1] ?? 0) + 1 : Math.max(down, right);
    }
  }
  const found: DiffLine[] = [];
  let i = 0;
  let j = 0;
  while (i < old_lines.length || j < new_lines.length) {
    const [old_line, new_line] = [old_lines[i], new_lines[j]];
    if (old_line !== undefined && old_line === new_line) {
      found.push({ kind: "same", text: old_line });
      i += 1;
      j += 1;
    } else if (old_line !== undefined && (new_line === undefined || (common[(i + 1) * width + j] ?? 0) >= (common[i * width + j + 1] ?? 0))) {
      found.push({ kind: "old", text: old_line });
      i += 1;
    } else {
      found.push({ kind: "new", text: new_line ?? "" });
      j += 1;
    }
  }
  return found;
}

/** The blocks that changed, each with all its lines: a block is small, and its other lines say what the change means. */
export function diffHunks(before: string, after: string): readonly DiffHunk[] {
  const hunks: { head: string; lines: DiffLine[] }[] = [];
  for (const line of diffLines(before, after)) {
    if (line.text.trim() === "" && line.kind === "same") continue;
    const begins = /^\S/.test(line.text) && !line.text.startsWith("#");
    const last = hunks.at(-1);
    // A changed head is one block with what it was before.
    const renames = begins && last?.lines.length === 1 && last.lines[0]?.kind === "old" && line.kind === "new";
    if ((begins && !renames) || !last) hunks.push({ head: line.text, lines: [line] });
    else last.lines.push(line);
  }
  return hunks.filter(({ lines }) => lines.some(({ kind, text }) => kind !== "same" && text.trim() !== ""));
}

export interface DiffLine {
  readonly kind: "same" | "old" | "new";
  readonly text: string;
}

/** Two texts line by line: what stayed, went and came, by the longest common part. */
export function lineDiff(before: string, after: string): readonly DiffLine[] {
  const [old_lines, new_lines] = [before.split("\n"), after.split("\n")];
  const common = commonLengths(old_lines, new_lines);
  const lines: DiffLine[] = [];
  let [place, other] = [0, 0];
  while (place < old_lines.length || other < new_lines.length) {
    const [was, is] = [old_lines[place], new_lines[other]];
    if (was !== undefined && was === is) {
      lines.push({ kind: "same", text: was });
      place += 1;
      other += 1;
    } else if (
      was !== undefined &&
      (is === undefined || lengthAt(common, place + 1, other) >= lengthAt(common, place, other + 1))
    ) {
      lines.push({ kind: "old", text: was });
      place += 1;
    } else {
      lines.push({ kind: "new", text: is ?? "" });
      other += 1;
    }
  }
  return lines;
}

/** How many lines the rests of both have in common, from each pair of places on. */
function commonLengths(old_lines: readonly string[], new_lines: readonly string[]): readonly (readonly number[])[] {
  const lengths = Array.from({ length: old_lines.length + 1 }, () => Array.from(new_lines, () => 0).concat(0));
  for (let place = old_lines.length - 1; place >= 0; place -= 1) {
    const row = lengths[place];
    if (!row) continue;
    for (let other = new_lines.length - 1; other >= 0; other -= 1) {
      row[other] =
        old_lines[place] === new_lines[other]
          ? lengthAt(lengths, place + 1, other + 1) + 1
          : Math.max(lengthAt(lengths, place + 1, other), lengthAt(lengths, place, other + 1));
    }
  }
  return lengths;
}

function lengthAt(lengths: readonly (readonly number[])[], place: number, other: number): number {
  return lengths[place]?.[other] ?? 0;
}

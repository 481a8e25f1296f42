/**
 * How many typing errors lie between two words: a letter too many, too few, another one, or two
 * neighbours swapped (optimal string alignment, each part of the word touched once).
 */
export function osaDistance(a: string, b: string): number {
  let before_last: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const same = a[i - 1] === b[j - 1];
      let cost = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + (same ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) cost = Math.min(cost, (before_last[j - 2] ?? 0) + 1);
      row.push(cost);
    }
    before_last = last;
    last = row;
  }
  return last[b.length] ?? 0;
}

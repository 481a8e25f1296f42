/**
 * How many typing errors lie between two words: a letter too many, too few, another one, or two
 * neighbours swapped (optimal string alignment, each part of the word touched once).
 *
 * Beyond `limit` it only says "more than `limit`": most pairs of words are far apart, and finding
 * that out early is what keeps the search within a frame.
 */
export function osaDistance(a: string, b: string, limit = Number.POSITIVE_INFINITY): number {
  let before_last: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, index) => index);
  let last_best = 0;
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    let best = i;
    for (let j = 1; j <= b.length; j += 1) {
      const same = a[i - 1] === b[j - 1];
      let cost = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + (same ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) cost = Math.min(cost, (before_last[j - 2] ?? 0) + 1);
      row.push(cost);
      best = Math.min(best, cost);
    }
    // A swap reaches back two rows, so both must be beyond the limit.
    if (best > limit && last_best > limit) return best;
    before_last = last;
    last = row;
    last_best = best;
  }
  return last[b.length] ?? 0;
}

export interface Month<Item> {
  /** `YYYY-MM` */
  readonly key: string;
  readonly items: readonly Item[];
}

/** Neighbours of one month together, in the order they come. */
export function groupByMonth<Item>(items: readonly Item[], dateOf: (item: Item) => string): Month<Item>[] {
  const months: { key: string; items: Item[] }[] = [];
  for (const item of items) {
    const key = dateOf(item).slice(0, 7);
    const last = months.at(-1);
    if (last?.key === key) last.items.push(item);
    else months.push({ key, items: [item] });
  }
  return months;
}

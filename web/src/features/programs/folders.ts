interface Folder<Item> {
  /** Empty for what is in none. */
  readonly folder: string;
  readonly items: readonly Item[];
}

/** Things by their folder: those in none first, then the folders by name. */
export function byFolder<Item>(items: readonly Item[], folderOf: (item: Item) => string): readonly Folder<Item>[] {
  return [...Map.groupBy(items, (item) => folderOf(item).trim())]
    .map(([folder, inside]) => ({ folder, items: inside }))
    .toSorted((a, b) => (a.folder === "" ? -1 : b.folder === "" ? 1 : a.folder.localeCompare(b.folder)));
}

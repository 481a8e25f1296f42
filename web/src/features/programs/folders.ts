import type { Template } from "@/db/documents.ts";

interface Folder {
  /** Empty for templates in none. */
  readonly folder: string;
  readonly templates: readonly Template[];
}

/** Templates by folder: those in none first, then the folders by name. */
export function byFolder(templates: readonly Template[]): readonly Folder[] {
  const groups = Map.groupBy(templates, (template) => template.folder.trim());
  return [...groups]
    .map(([folder, inside]) => ({ folder, templates: inside }))
    .toSorted((a, b) => (a.folder === "" ? -1 : b.folder === "" ? 1 : a.folder.localeCompare(b.folder)));
}

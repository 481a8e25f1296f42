import type { Messages } from "@lingui/core";

/** Message ids are hashes of the text: the same words in two slices are the same message. */
export function mergeCatalogues(catalogues: Readonly<Record<string, unknown>>): Messages {
  return Object.assign({}, ...Object.values(catalogues)) as Messages;
}

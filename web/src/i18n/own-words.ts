import { i18n, type Messages } from "@lingui/core";

/**
 * Add the words that a page brings of its own, in every language, by the path of their catalogue. They come
 * with the page instead of with all others, which are installed for use without a network.
 */
export function addWords(catalogues: Readonly<Record<string, Messages>>): void {
  for (const [path, messages] of Object.entries(catalogues)) {
    i18n.load(/(\w+)\.po$/.exec(path)?.[1] ?? "", { ...messages });
  }
}

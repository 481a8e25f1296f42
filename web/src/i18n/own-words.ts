import { i18n, type Messages } from "@lingui/core";

/** Add the words that come with a part of the app, in every language, by the paths of their catalogues. */
export function addOwnWords(catalogues: Readonly<Record<string, Messages>>): void {
  for (const [path, messages] of Object.entries(catalogues)) {
    i18n.load(/(\w+)\.po$/.exec(path)?.[1] ?? "", { ...messages });
  }
}

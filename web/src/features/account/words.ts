import { i18n, type Messages } from "@lingui/core";

/**
 * The words of these pages in every language. They come with the pages instead of with all others, which are
 * installed for use without a network.
 */
const catalogues: Readonly<Record<string, Messages>> = import.meta.glob("./locales/*.po", { eager: true, import: "messages" });

export function addWords(): void {
  for (const [path, messages] of Object.entries(catalogues)) {
    const locale = /(\w+)\.po$/.exec(path)?.[1] ?? "";
    i18n.load(locale, { ...messages });
  }
}

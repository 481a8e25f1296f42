import type { Messages } from "@lingui/core";
import { addOwnWords } from "@/i18n/own-words.ts";

/**
 * The words of these pages in every language. They come with the pages instead of with all others, which are
 * installed for use without a network.
 */
const catalogues: Readonly<Record<string, Messages>> = import.meta.glob("./locales/*.po", { eager: true, import: "messages" });

export function loadWords(): void {
  addOwnWords(catalogues);
}

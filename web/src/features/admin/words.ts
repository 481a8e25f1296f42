import type { Messages } from "@lingui/core";
import { addOwnWords } from "@/i18n/own-words.ts";

/** The words of these pages in every language: few people ever open them, so they come with the pages. */
const catalogues: Readonly<Record<string, Messages>> = import.meta.glob("./locales/*.po", { eager: true, import: "messages" });

export function loadAdminWords(): void {
  addOwnWords(catalogues);
}

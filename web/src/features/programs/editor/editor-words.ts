import type { Messages } from "@lingui/core";
import { addOwnWords } from "@/i18n/own-words.ts";

/** The words of the editor in every language: half of what programs say, and read by nobody in a gym. */
const catalogues: Readonly<Record<string, Messages>> = import.meta.glob("./locales/*.po", { eager: true, import: "messages" });

export function loadEditorWords(): void {
  addOwnWords(catalogues);
}

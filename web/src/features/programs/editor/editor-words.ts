import { addWords } from "@/i18n/own-words.ts";

/** Half of what programs say, and read by nobody in a gym. */
export function loadEditorWords(): void {
  addWords(import.meta.glob("./locales/*.po", { eager: true, import: "messages" }));
}

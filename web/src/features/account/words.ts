import { addWords } from "@/i18n/own-words.ts";

export function loadWords(): void {
  addWords(import.meta.glob("./locales/*.po", { eager: true, import: "messages" }));
}

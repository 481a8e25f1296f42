import { i18n, type Messages } from "@lingui/core";
import { addMessages } from "@/i18n/locale.ts";

/**
 * The words of these pages come with them, in both languages: few people ever open them, so they are not
 * among the words that every device keeps.
 */
const words = import.meta.glob<Messages>("./locales/*.po", { eager: true, import: "messages" });

/** Changing the language puts other words in place of all that were there; ours are added again. */
function addOurs(): void {
  addMessages(i18n.locale, words[`./locales/${i18n.locale}.po`] ?? {});
}

export function bringWords(): void {
  i18n.on("change", addOurs);
  addOurs();
}

import { i18n, type Messages } from "@lingui/core";

/** The words of the editor in every language: half of what programs say, and read by nobody in a gym. */
const catalogues: Readonly<Record<string, Messages>> = import.meta.glob("./locales/*.po", { eager: true, import: "messages" });

export function loadEditorWords(): void {
  for (const [path, messages] of Object.entries(catalogues)) {
    i18n.load(/(\w+)\.po$/.exec(path)?.[1] ?? "", { ...messages });
  }
}

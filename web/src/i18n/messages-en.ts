import { mergeCatalogues } from "./merge.ts";

/** Every slice's catalogue in one chunk: one request per language. */
export const messages = mergeCatalogues(import.meta.glob("../**/locales/en.po", { eager: true, import: "messages" }));

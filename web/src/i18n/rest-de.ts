/** The words of every page that is not among the first and brings none of its own. */
export const catalogues: Readonly<Record<string, unknown>> = import.meta.glob(
  ["../features/*/locales/de.po", "!../features/{account,admin}/locales/de.po"],
  { eager: true, import: "messages" },
);

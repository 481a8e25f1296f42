/** The words of every page that is not among the first and brings none of its own. */
export const catalogues: Readonly<Record<string, unknown>> = import.meta.glob(
  ["../features/*/locales/en.po", "!../features/{account,admin}/locales/en.po"],
  { eager: true, import: "messages" },
);

/** The words of every page that is not the first (see first-de.ts) and brings none of its own. */
export const catalogues: Readonly<Record<string, unknown>> = import.meta.glob(
  ["../features/*/locales/de.po", "!../features/{auth,analytics,account,admin}/locales/de.po"],
  { eager: true, import: "messages" },
);

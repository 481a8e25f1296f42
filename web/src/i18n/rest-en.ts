/** The words of every page that is not the first; see first-en.ts. */
export const catalogues: Readonly<Record<string, unknown>> = import.meta.glob(
  ["../features/*/locales/en.po", "!../features/{auth,analytics,account,admin}/locales/en.po"],
  { eager: true, import: "messages" },
);

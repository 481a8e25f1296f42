/** The words of the home page. */
export const catalogues: Readonly<Record<string, unknown>> = import.meta.glob("../features/analytics/locales/en.po", {
  eager: true,
  import: "messages",
});

/** The words of the home page. */
export const catalogues: Readonly<Record<string, unknown>> = import.meta.glob("../features/analytics/locales/de.po", {
  eager: true,
  import: "messages",
});

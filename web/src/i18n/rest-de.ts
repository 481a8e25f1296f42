/** The words of every page that is not among the first. */
export const catalogues: Readonly<Record<string, unknown>> = import.meta.glob("../features/*/locales/de.po", {
  eager: true,
  import: "messages",
});

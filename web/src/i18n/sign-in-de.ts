/** The words of signing in. */
export const catalogues: Readonly<Record<string, unknown>> = import.meta.glob("../features/auth/locales/de.po", {
  eager: true,
  import: "messages",
});

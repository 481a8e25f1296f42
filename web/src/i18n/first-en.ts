/** The words of what is around every page: shell, primitives, failures. */
export const catalogues: Readonly<Record<string, unknown>> = import.meta.glob("../{app,ui,i18n}/locales/en.po", {
  eager: true,
  import: "messages",
});

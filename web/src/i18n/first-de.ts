/** The words of the first view: shell, primitives, sign-in and home. The rest follows in rest-de.ts. */
export const catalogues: Readonly<Record<string, unknown>> = import.meta.glob(
  ["../{app,ui,i18n}/locales/de.po", "../features/{auth,analytics}/locales/de.po"],
  { eager: true, import: "messages" },
);

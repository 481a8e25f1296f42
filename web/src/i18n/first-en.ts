/** The words of the first view: shell, primitives, sign-in and home. The rest follows in rest-en.ts. */
export const catalogues: Readonly<Record<string, unknown>> = import.meta.glob(
  ["../{app,ui,i18n}/locales/en.po", "../features/{auth,analytics}/locales/en.po"],
  { eager: true, import: "messages" },
);

import { mergeCatalogues } from "./merge.ts";

/** The words of every page that is not the first; see first-de.ts. */
export const messages = mergeCatalogues(
  import.meta.glob(["../features/*/locales/de.po", "!../features/{auth,analytics}/locales/de.po"], {
    eager: true,
    import: "messages",
  }),
);

import { lazy, useState, type ComponentType } from "react";
import { loadRestOfMessages } from "@/i18n/locale.ts";

export interface LazyPage {
  readonly Component: ComponentType;
  /** Load before it is shown. Never fails: showing the page reports what went wrong. */
  readonly preload: () => Promise<void>;
}

type Load<Name extends string> = () => Promise<Record<Name, ComponentType>>;

/** A page of the first view as its own chunk: `firstPage(() => import("…/home-page.tsx"), "HomePage")`. */
export function firstPage<Name extends string>(load: Load<Name>, name: Name): LazyPage {
  let loaded: ComponentType | undefined;
  const fetchPage = async () => {
    const Page: ComponentType = (await load())[name];
    loaded = Page;
    return { default: Page };
  };
  const Later = lazy(fetchPage);
  function Component() {
    // `lazy` suspends even when the chunk is there, and React then shows the fallback for 300 ms.
    const [Page] = useState<ComponentType>(() => loaded ?? Later);
    return <Page />;
  }
  return {
    Component,
    preload: async () => {
      await fetchPage().catch(() => undefined);
    },
  };
}

/** Any other page: it comes with the words that the first view did without. */
export function lazyPage<Name extends string>(load: Load<Name>, name: Name): LazyPage {
  return firstPage(async () => (await Promise.all([load(), loadRestOfMessages()]))[0], name);
}

import { lazy, useState, type ComponentType } from "react";
import { loadWords, type Words } from "@/i18n/locale.ts";

export interface LazyPage<Props extends object = object> {
  readonly Component: ComponentType<Props>;
  /** Load before it is shown. Never fails: showing the page reports what went wrong. */
  readonly preload: () => Promise<void>;
}

type Load<Name extends string, Props extends object> = () => Promise<Record<Name, ComponentType<Props>>>;

/** A page of a first view, with the words it brings: `firstPage(() => import("…/home-page.tsx"), "HomePage", "home")`. */
export function firstPage<Name extends string, Props extends object>(
  load: Load<Name, Props>,
  name: Name,
  words: Words = "first",
): LazyPage<Props> {
  let loaded: ComponentType<Props> | undefined;
  const fetchPage = async () => {
    const [module] = await Promise.all([load(), loadWords(words)]);
    const Page: ComponentType<Props> = module[name];
    loaded = Page;
    return { default: Page };
  };
  const Later = lazy(fetchPage);
  function Component(props: Props) {
    // `lazy` suspends even when the chunk is there, and React then shows the fallback for 300 ms.
    const [Page] = useState<ComponentType<Props>>(() => loaded ?? Later);
    return <Page {...props} />;
  }
  return {
    Component,
    preload: async () => {
      await fetchPage().catch(() => undefined);
    },
  };
}

/** Any other page: it comes with the words that the first views did without. */
export function lazyPage<Name extends string>(load: Load<Name, object>, name: Name): LazyPage {
  return firstPage(load, name, "rest");
}

import { lazy, type ComponentType } from "react";
import { loadRestOfMessages } from "@/i18n/locale.ts";

export interface LazyPage {
  readonly Component: ComponentType;
  /** Start loading before it is shown. */
  readonly preload: () => void;
}

type Load<Name extends string> = () => Promise<Record<Name, ComponentType>>;

/** A page of the first view as its own chunk: `firstPage(() => import("…/home-page.tsx"), "HomePage")`. */
export function firstPage<Name extends string>(load: Load<Name>, name: Name): LazyPage {
  return {
    Component: lazy(async () => {
      const Component: ComponentType = (await load())[name];
      return { default: Component };
    }),
    // A failed preload is no news: the real load reports it.
    preload: () => void load().catch(() => undefined),
  };
}

/** Any other page: it comes with the words that the first view did without. */
export function lazyPage<Name extends string>(load: Load<Name>, name: Name): LazyPage {
  return firstPage(async () => (await Promise.all([load(), loadRestOfMessages()]))[0], name);
}

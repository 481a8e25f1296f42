import { lazy, type ComponentType } from "react";

export interface LazyPage {
  readonly Component: ComponentType;
  /** Start loading before it is shown. */
  readonly preload: () => void;
}

/** A route's page as its own chunk: `lazyPage(() => import("…/home-page.tsx"), "HomePage")`. */
export function lazyPage<Name extends string>(load: () => Promise<Record<Name, ComponentType>>, name: Name): LazyPage {
  return {
    Component: lazy(async () => ({ default: (await load())[name] as ComponentType })),
    // A failed preload is no news: the real load reports it.
    preload: () => void load().catch(() => undefined),
  };
}

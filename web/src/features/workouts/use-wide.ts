import { useSyncExternalStore } from "react";

const WIDE = "(min-width: 1024px)";

/** Whether the window has room for list and detail side by side. */
export function useWide(): boolean {
  return useSyncExternalStore(
    (listener) => {
      const query = matchMedia(WIDE);
      query.addEventListener("change", listener);
      return () => query.removeEventListener("change", listener);
    },
    () => matchMedia(WIDE).matches,
  );
}

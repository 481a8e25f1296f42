import { useSyncExternalStore } from "react";

const ROOMY = "(min-width: 760px)";

/** Whether the history of the exercise fits beside its table. */
export function useRoomy(): boolean {
  return useSyncExternalStore(
    (listener) => {
      const query = matchMedia(ROOMY);
      query.addEventListener("change", listener);
      return () => query.removeEventListener("change", listener);
    },
    () => matchMedia(ROOMY).matches,
  );
}

import { useSyncExternalStore } from "react";

const DARK = "(prefers-color-scheme: dark)";

/** `light` or `dark` as it is shown now, for drawings that cannot use CSS. */
export function useColorScheme(): "light" | "dark" {
  return useSyncExternalStore(subscribe, read);
}

function read(): "light" | "dark" {
  const chosen = document.documentElement.dataset["theme"];
  if (chosen === "light" || chosen === "dark") return chosen;
  return matchMedia(DARK).matches ? "dark" : "light";
}

function subscribe(listener: () => void): () => void {
  const query = matchMedia(DARK);
  const observer = new MutationObserver(listener);
  query.addEventListener("change", listener);
  observer.observe(document.documentElement, { attributeFilter: ["data-theme"] });
  return () => {
    query.removeEventListener("change", listener);
    observer.disconnect();
  };
}

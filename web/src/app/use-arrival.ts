import { useEffect, useRef } from "react";

/**
 * What a full page load would do on a new path: start at the top, and let a screen reader begin
 * with the new content. Going back keeps the scroll position the browser restores.
 */
export function useArrival(path: string): void {
  const first = useRef(true);
  const went_back = useRef(false);
  useEffect(() => {
    const remember = () => {
      went_back.current = true;
    };
    window.addEventListener("popstate", remember);
    return () => window.removeEventListener("popstate", remember);
  }, []);
  useEffect(() => {
    if (first.current) {
      first.current = false;
      return;
    }
    if (!went_back.current) window.scrollTo(0, 0);
    went_back.current = false;
    document.querySelector<HTMLElement>("main")?.focus({ preventScroll: true });
  }, [path]);
}

import { useEffect } from "react";
import { usePreferences } from "@/lib/preferences.ts";

/** Keep the document's theme attribute and the browser's own colour with the choice. */
export function useTheme(): void {
  const { theme } = usePreferences();
  useEffect(() => {
    const root = document.documentElement;
    if (theme === "system") delete root.dataset["theme"];
    else root.dataset["theme"] = theme;
    const background = getComputedStyle(document.body).backgroundColor || getComputedStyle(root).backgroundColor;
    const metas = document.querySelectorAll<HTMLMetaElement>('meta[name="theme-color"]');
    for (const meta of metas) {
      meta.dataset["original"] ??= meta.content;
      meta.content = theme === "system" ? meta.dataset["original"] : background;
    }
  }, [theme]);
}

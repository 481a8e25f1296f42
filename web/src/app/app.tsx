import { I18nProvider } from "@lingui/react";
import { i18n } from "@lingui/core";
import { useSyncExternalStore } from "react";
import { ToastRegion } from "@/ui/toast.tsx";
import { ErrorBoundary } from "./error-boundary.tsx";
import { Router } from "./router.tsx";
import { useTheme } from "./theme.ts";

const subscribe = (listener: () => void) => i18n.on("change", listener);

export function App() {
  useTheme();
  const locale = useSyncExternalStore(subscribe, () => i18n.locale);
  // A new key remounts everything, so that no memoised text stays in the old language.
  return (
    <I18nProvider key={locale} i18n={i18n}>
      <ErrorBoundary>
        <Router />
      </ErrorBoundary>
      <ToastRegion />
    </I18nProvider>
  );
}

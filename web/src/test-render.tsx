import { I18nProvider } from "@lingui/react";
import { i18n } from "@lingui/core";
import { render, type RenderResult } from "@testing-library/react";
import type { ReactNode } from "react";

/** Render inside what every component may rely on. */
export function renderInApp(children: ReactNode): RenderResult {
  return render(children, { wrapper: ({ children: inner }) => <I18nProvider i18n={i18n}>{inner}</I18nProvider> });
}

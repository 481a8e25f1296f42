import { i18n } from "@lingui/core";
import { I18nProvider } from "@lingui/react";
import { createRoot } from "react-dom/client";
import { loadWords } from "@/i18n/locale.ts";
import { ProofDialog } from "./proof-dialog.tsx";

/**
 * Show the proof dialog over whatever is open, and say whether the proof was given.
 *
 * In a root of its own: it may be asked for from anywhere and above any other dialog, and pages know
 * nothing of it (`onProofRequired` in the API client).
 */
export async function askForProof(): Promise<boolean> {
  await loadWords("sign_in");
  return new Promise((resolve) => {
    const place = document.createElement("div");
    document.body.append(place);
    const root = createRoot(place);
    const done = (is_proven: boolean) => {
      root.unmount();
      place.remove();
      resolve(is_proven);
    };
    root.render(
      <I18nProvider i18n={i18n}>
        <ProofDialog onDone={done} />
      </I18nProvider>,
    );
  });
}

import { useLingui } from "@lingui/react/macro";
import { KeyRound } from "lucide-react";
import { useState } from "react";
import { api, toResult } from "@/api/client.ts";
import { errorMessage } from "@/i18n/error-message.ts";
import { Button } from "@/ui/button.tsx";
import styles from "./auth-frame.module.css";

interface OidcButtonProps {
  /** What the host calls the issuer. */
  readonly name: string;
  /** Where in the app to go on. */
  readonly next: string;
}

/** Leads to the host's OpenID issuer, which leads back to the arrival page. */
export function OidcButton({ name, next }: OidcButtonProps) {
  const { t } = useLingui();
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState("");
  const leave = async () => {
    setBusy(true);
    setError("");
    const answer = await toResult(api.POST("/api/v1/auth/oidc/start", { body: { next } }));
    if (answer.ok) {
      location.assign(answer.value.url);
      return;
    }
    setBusy(false);
    setError(errorMessage(answer.error));
  };
  return (
    <>
      <Button size="large" wide busy={busy} icon={<KeyRound size={20} />} onClick={() => void leave()}>
        {t`Sign in with ${name}`}
      </Button>
      <p role="alert" className={styles.note}>
        {error}
      </p>
    </>
  );
}

import { Trans, useLingui } from "@lingui/react/macro";
import { Copy } from "lucide-react";
import { useRef } from "react";
import { copyFrom } from "@/lib/copy.ts";
import { Button } from "@/ui/button.tsx";
import { Card } from "@/ui/card.tsx";
import { showToast } from "@/ui/toast-store.ts";
import styles from "./account.module.css";
import type { NewToken } from "./token-form.tsx";
import { curlExample } from "./token-terms.ts";

interface TokenSecretProps {
  readonly made: NewToken;
  readonly onClose: () => void;
}

/** The one time that a token's secret is shown. It stands in this page's memory and nowhere else. */
export function TokenSecret({ made, onClose }: TokenSecretProps) {
  const { t } = useLingui();
  const field = useRef<HTMLInputElement>(null);
  const copy = async () => {
    if (!field.current) return;
    if (await copyFrom(field.current)) showToast(t`Token copied`);
    else showToast(t`This browser does not let pages copy. The token is marked: copy it by hand.`);
  };
  return (
    <Card title={t`Your token “${made.name}”`} tone="accent">
      <p>
        <Trans>Copy it now. It is shown this once, and cannot be looked up again.</Trans>
      </p>
      <input
        ref={field}
        className={styles.secret}
        aria-label={t`Token`}
        readOnly
        value={made.secret}
        onFocus={(event) => event.target.select()}
      />
      <div className={styles.buttons}>
        <Button variant="primary" icon={<Copy size={18} aria-hidden="true" />} onClick={() => void copy()}>
          {t`Copy token`}
        </Button>
        <Button onClick={onClose}>{t`I have it`}</Button>
      </div>
      <p className={styles.muted}>
        <Trans>Try it in a terminal:</Trans>
      </p>
      <pre className={styles.example}>{curlExample(made.scopes, location.origin, made.secret)}</pre>
    </Card>
  );
}

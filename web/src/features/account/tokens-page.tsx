import { Trans, useLingui } from "@lingui/react/macro";
import { KeySquare, Plus } from "lucide-react";
import { useState } from "react";
import { Button } from "@/ui/button.tsx";
import { Card } from "@/ui/card.tsx";
import { Page } from "@/ui/page.tsx";
import { EmptyState } from "@/ui/states.tsx";
import styles from "./account.module.css";
import { Loaded } from "./loaded.tsx";
import { useTokens } from "./queries.ts";
import { TokenForm, type NewToken } from "./token-form.tsx";
import { TokenItem } from "./token-item.tsx";
import { TokenSecret } from "./token-secret.tsx";

/** Secrets with which scripts use the account. */
export function TokensPage() {
  const { t } = useLingui();
  const tokens = useTokens();
  const [making, setMaking] = useState(false);
  const [made, setMade] = useState<NewToken | null>(null);
  const refresh = () => {
    if (tokens.status !== "loading") tokens.refresh();
  };
  return (
    <Page title={t`API tokens`} subtitle={t`For your own scripts and devices`} back="/settings">
      {made && <TokenSecret made={made} onClose={() => setMade(null)} />}
      <Card>
        <Loaded of={tokens} heights={[72, 72]}>
          {(list) =>
            list.tokens.length === 0 ? (
              <EmptyState small icon={<KeySquare size={24} />} title={t`No tokens yet`}>
                <Trans>
                  With a token, a script does what you do here: send the weight of your scale, fetch your workouts for a
                  spreadsheet, make a backup every night. It can do no more than you allow, and you can end it at any time.
                </Trans>
              </EmptyState>
            ) : (
              <ul className={styles.items}>
                {list.tokens.map((token) => (
                  <TokenItem key={token.id} token={token} onChange={refresh} />
                ))}
              </ul>
            )
          }
        </Loaded>
        <Button variant="primary" wide icon={<Plus size={20} aria-hidden="true" />} onClick={() => setMaking(true)}>
          {t`New token`}
        </Button>
      </Card>
      <p className={styles.muted}>
        <Trans>
          A token in the wrong hands is your account in the wrong hands. Give each script its own, with as little as it needs.
        </Trans>{" "}
        <a href="/openapi.json" target="_blank" rel="noopener">
          {t`What a token can do: the description of the API`}
        </a>
      </p>
      {making && (
        <TokenForm
          onClose={() => setMaking(false)}
          onMade={(token) => {
            setMaking(false);
            setMade(token);
            refresh();
          }}
        />
      )}
    </Page>
  );
}

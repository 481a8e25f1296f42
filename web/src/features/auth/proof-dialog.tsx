import { Trans, useLingui } from "@lingui/react/macro";
import { KeyRound, Mail } from "lucide-react";
import { useEffect, useState } from "react";
import type { ApiError } from "@/api/problem.ts";
import { errorMessage } from "@/i18n/error-message.ts";
import type { Result } from "@/lib/result.ts";
import { Button } from "@/ui/button.tsx";
import { Dialog } from "@/ui/dialog.tsx";
import { Skeleton } from "@/ui/skeleton.tsx";
import { CodeForm } from "./code-form.tsx";
import { useProfile } from "./profile.ts";
import styles from "./proof-dialog.module.css";
import { findWaysToProve, proveCode, provePasskey, sendProofCode, type WaysToProve } from "./proof.ts";

const ICON = { size: 20, "aria-hidden": true } as const;

interface ProofDialogProps {
  /** Whether the proof was given; `false` when the dialog was closed. */
  readonly onDone: (is_proven: boolean) => void;
}

/** Before something dangerous: is it still the person who signed in? */
export function ProofDialog({ onDone }: ProofDialogProps) {
  const { t } = useLingui();
  const [ways, setWays] = useState<WaysToProve | null>(null);
  const [error, setError] = useState<string | undefined>();
  const [round, setRound] = useState(0);
  useEffect(() => {
    void findWaysToProve().then((found) => {
      if (found.ok) setWays(found.value);
      else setError(errorMessage(found.error));
    });
    // A challenge that was refused is spent: the next round brings a new one.
  }, [round]);
  return (
    <Dialog open title={t`Is it you?`} onClose={() => onDone(false)}>
      <p>
        <Trans>
          This part of FitFolio decides who gets into an account. Show once more that it is you; that then holds for ten minutes on
          this device.
        </Trans>
      </p>
      {ways ? (
        <Ways ways={ways} onProven={() => onDone(true)} onRefused={() => setRound(round + 1)} />
      ) : (
        error === undefined && <Skeleton heights={[48, 48]} />
      )}
      {error !== undefined && (
        <p role="alert" className={styles.error}>
          {error}
        </p>
      )}
    </Dialog>
  );
}

interface WaysProps {
  readonly ways: WaysToProve;
  readonly onProven: () => void;
  readonly onRefused: () => void;
}

function Ways({ ways: { challenge, delivery }, onProven, onRefused }: WaysProps) {
  const { t } = useLingui();
  const [busy, setBusy] = useState<"passkey" | "mail" | null>(null);
  const [error, setError] = useState<string | undefined>();
  const [sent, setSent] = useState(false);

  const attempt = async (way: "passkey" | "mail", act: () => Promise<Result<unknown, ApiError>>) => {
    if (busy) return null;
    setBusy(way);
    setError(undefined);
    const answer = await act();
    setBusy(null);
    if (!answer.ok) setError(errorMessage(answer.error));
    return answer;
  };
  const proveByPasskey = async (known: NonNullable<WaysToProve["challenge"]>) => {
    const answer = await attempt("passkey", () => provePasskey(known));
    if (answer?.ok && answer.value === true) onProven();
    if (answer && !answer.ok) onRefused();
  };
  const sendCode = async () => {
    const answer = await attempt("mail", sendProofCode);
    if (answer?.ok) setSent(true);
  };
  if (sent) return <ProofCode delivery={delivery} onProven={onProven} />;
  return (
    <>
      {challenge && (
        <Button
          variant="primary"
          size="large"
          wide
          // Not the button in the corner: whoever came here wants to go on.
          autoFocus
          icon={<KeyRound {...ICON} />}
          busy={busy === "passkey"}
          onClick={() => void proveByPasskey(challenge)}
        >
          {t`Use a passkey`}
        </Button>
      )}
      <Button
        variant={challenge ? "secondary" : "primary"}
        size="large"
        wide
        autoFocus={!challenge}
        icon={<Mail {...ICON} />}
        busy={busy === "mail"}
        onClick={() => void sendCode()}
      >
        {delivery === "mail" ? t`Mail me a code` : t`Print a code`}
      </Button>
      <p role="alert" className={styles.error}>
        {error}
      </p>
    </>
  );
}

interface ProofCodeProps {
  readonly delivery: WaysToProve["delivery"];
  readonly onProven: () => void;
}

function ProofCode({ delivery, onProven }: ProofCodeProps) {
  const { t } = useLingui();
  const email = useProfile()?.email ?? "";
  return (
    <CodeForm
      intro={
        delivery === "mail" ? (
          <Trans>
            We sent a code to <strong>{email}</strong>. It is good for ten minutes, here only.
          </Trans>
        ) : (
          <Trans>
            A code for <strong>{email}</strong> is printed where the server runs.
          </Trans>
        )
      }
      submit_label={t`Confirm`}
      onCode={async (code) => {
        const answer = await proveCode(code);
        if (answer.ok) onProven();
        return answer;
      }}
      onResend={sendProofCode}
    />
  );
}

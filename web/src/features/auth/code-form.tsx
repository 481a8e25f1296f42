import { useLingui } from "@lingui/react/macro";
import { useEffect, useState, type ReactNode, type SyntheticEvent } from "react";
import type { ApiError } from "@/api/problem.ts";
import { errorMessage } from "@/i18n/error-message.ts";
import type { Result } from "@/lib/result.ts";
import { Button } from "@/ui/button.tsx";
import { AuthForm } from "./auth-frame.tsx";
import styles from "./auth-frame.module.css";
import { CODE_LENGTH, CodeInput } from "./code-input.tsx";

const RESEND_AFTER_S = 30;

interface CodeFormProps {
  /** Where the code is, in a sentence. */
  readonly intro: ReactNode;
  readonly submit_label: string;
  /** What happens after a good code is the caller's. */
  readonly onCode: (code: string) => Promise<Result<void, ApiError>>;
  readonly onResend: () => Promise<Result<unknown, ApiError>>;
  /** Other ways, below. */
  readonly children?: ReactNode;
}

/** A code that was sent: the sixth digit sends it off, a wrong one empties the boxes. */
export function CodeForm({ intro, submit_label, onCode, onResend, children }: CodeFormProps) {
  const { t } = useLingui();
  const [code, setCode] = useState("");
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<string | undefined>();

  const verify = async (typed: string) => {
    if (busy) return;
    setBusy(true);
    setError(undefined);
    const answer = await onCode(typed);
    setBusy(false);
    if (answer.ok) return;
    setError(errorMessage(answer.error));
    setCode("");
  };
  const submit = async (event: SyntheticEvent) => {
    event.preventDefault();
    if (code.length === CODE_LENGTH) await verify(code);
    else setError(t`The code has six digits.`);
  };
  return (
    <AuthForm onSubmit={submit}>
      <p>{intro}</p>
      <CodeInput
        label={t`Six-digit code`}
        value={code}
        error={error}
        disabled={busy}
        onValue={(typed) => {
          setCode(typed);
          if (typed.length === CODE_LENGTH) void verify(typed);
        }}
      />
      <Button type="submit" variant="primary" size="large" wide busy={busy}>
        {submit_label}
      </Button>
      <Resend onResend={onResend} />
      {children}
    </AuthForm>
  );
}

function Resend({ onResend }: Pick<CodeFormProps, "onResend">) {
  const { t } = useLingui();
  const [wait_s, setWait] = useState(RESEND_AFTER_S);
  const [note, setNote] = useState("");
  useEffect(() => {
    if (wait_s <= 0) return;
    const timer = setTimeout(() => setWait(wait_s - 1), 1000);
    return () => clearTimeout(timer);
  }, [wait_s]);
  const resend = async () => {
    const answer = await onResend();
    setNote(answer.ok ? t`Sent again. Only the newest code is valid.` : errorMessage(answer.error));
    setWait(RESEND_AFTER_S);
  };
  return (
    <>
      <Button disabled={wait_s > 0} onClick={() => void resend()}>
        {wait_s > 0 ? t`Send again in ${wait_s} s` : t`Send again`}
      </Button>
      <p role="status" className={styles.note}>
        {note}
      </p>
    </>
  );
}

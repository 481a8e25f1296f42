import { Trans, useLingui } from "@lingui/react/macro";
import { CloudOff } from "lucide-react";
import type { ApiError } from "@/api/problem.ts";
import { errorMessage } from "@/i18n/error-message.ts";
import { Button } from "@/ui/button.tsx";
import { EmptyState, ErrorState, Notice } from "@/ui/states.tsx";

interface FailureProps {
  readonly error: ApiError;
  readonly onRetry: () => void;
}

/** Nothing could be shown, and why; nothing of the administration is kept on the device. */
export function Failure({ error, onRetry }: FailureProps) {
  const { t } = useLingui();
  if (error.code !== "network.unreachable") return <ErrorState error={error} onRetry={onRetry} />;
  return (
    <EmptyState
      icon={<CloudOff size={28} />}
      title={t`This needs a connection`}
      actions={<Button onClick={onRetry}>{t`Try again`}</Button>}
    >
      <Trans>The server cannot be reached. What concerns other people is not kept on this device.</Trans>
    </EmptyState>
  );
}

/** What is shown may be old: the last request failed. */
export function OldNotice({ error, onRetry }: FailureProps) {
  const { t } = useLingui();
  return (
    <Notice tone="warn" icon={<CloudOff size={20} />}>
      <p role="alert">{errorMessage(error)}</p>
      <div>
        <Button onClick={onRetry}>{t`Try again`}</Button>
      </div>
    </Notice>
  );
}

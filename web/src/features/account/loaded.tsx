import { Trans, useLingui } from "@lingui/react/macro";
import { CloudOff, TriangleAlert } from "lucide-react";
import type { ReactNode } from "react";
import { errorMessage } from "@/i18n/error-message.ts";
import { Button } from "@/ui/button.tsx";
import { Skeleton } from "@/ui/skeleton.tsx";
import { EmptyState, StaleNote } from "@/ui/states.tsx";
import type { Remote } from "./use-remote.ts";

interface LoadedProps<T> {
  readonly of: Remote<T>;
  /** Of the placeholders while it is on its way [px]. */
  readonly heights: readonly number[];
  readonly children: (data: T, refresh: () => void) => ReactNode;
}

/** Something that only the server knows: on its way, not to be had without a connection, or there. */
export function Loaded<T>({ of, heights, children }: LoadedProps<T>) {
  const { t } = useLingui();
  if (of.status === "loading") return <Skeleton heights={[...heights]} />;
  if (of.status === "ready") {
    return (
      <>
        {of.error && <StaleNote>{errorMessage(of.error)}</StaleNote>}
        {children(of.data, of.refresh)}
      </>
    );
  }
  const offline = of.error.code === "network.unreachable";
  return (
    <EmptyState
      small
      icon={offline ? <CloudOff size={24} /> : <TriangleAlert size={24} />}
      title={offline ? t`This needs a connection` : t`This did not work`}
      actions={<Button onClick={of.refresh}>{t`Try again`}</Button>}
    >
      {offline ? (
        <Trans>It is kept on the server only, and comes back by itself with the connection.</Trans>
      ) : (
        errorMessage(of.error)
      )}
    </EmptyState>
  );
}

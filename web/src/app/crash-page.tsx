import { Trans, useLingui } from "@lingui/react/macro";
import { CloudOff, TriangleAlert } from "lucide-react";
import { Button } from "@/ui/button.tsx";
import { EmptyState } from "@/ui/states.tsx";

const CHUNK_FAILED = /dynamically imported module|Importing a module script failed|error loading/i;

/** A bug, or a chunk that could not be fetched. Data is safe either way, and says so. */
export function CrashPage({ error }: { readonly error: Error }) {
  const { t } = useLingui();
  const missing_chunk = CHUNK_FAILED.test(error.message);
  return (
    <EmptyState
      icon={missing_chunk ? <CloudOff size={28} /> : <TriangleAlert size={28} />}
      title={missing_chunk ? t`This page is not on the device yet` : t`This page has failed`}
      actions={
        <Button variant="primary" onClick={() => location.reload()}>
          {t`Reload`}
        </Button>
      }
    >
      {missing_chunk ? (
        <Trans>Connect to the network and reload.</Trans>
      ) : (
        <>
          <p>
            <Trans>Your data is safe. Reloading usually helps.</Trans>
          </p>
          <p>
            <code>{error.message}</code>
          </p>
        </>
      )}
    </EmptyState>
  );
}

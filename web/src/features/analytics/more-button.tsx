import { useLingui } from "@lingui/react/macro";
import { errorMessage } from "@/i18n/error-message.ts";
import { Button } from "@/ui/button.tsx";
import type { More } from "./use-more.ts";
import styles from "./analytics.module.css";

/** Fetches the next page of a list, and says so when it cannot. */
export function MoreButton({ more }: { readonly more: More<unknown> }) {
  const { t } = useLingui();
  if (!more.has_more) return null;
  return (
    <div className={styles.more}>
      {more.error && (
        <p className={styles.moreError} role="alert">
          {errorMessage(more.error)}
        </p>
      )}
      <Button busy={more.busy} onClick={more.load}>
        {t`Show more`}
      </Button>
    </div>
  );
}

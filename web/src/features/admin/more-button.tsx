import { useLingui } from "@lingui/react/macro";
import { Button } from "@/ui/button.tsx";
import type { Paged } from "./use-paged.ts";
import styles from "./admin.module.css";

/** How much of a list is shown, and the rest of it. */
export function MoreButton<Row>({ paged: { list, loading_more, more } }: { readonly paged: Paged<Row> }) {
  const { t } = useLingui();
  if (list.status !== "ready" || list.data.next_cursor === null) return null;
  const { rows, total } = list.data;
  return (
    <div className={styles.more}>
      <p className={styles.muted}>{t`${rows.length} of ${total} shown`}</p>
      <Button busy={loading_more} onClick={more}>{t`Load more`}</Button>
    </div>
  );
}

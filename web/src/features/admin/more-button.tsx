import { useLingui } from "@lingui/react/macro";
import { Button } from "@/ui/button.tsx";
import type { Paged } from "./use-paged.ts";
import styles from "./admin.module.css";

/** How much of a list is shown, and the rest of it. */
export function MoreButton<Row>({ list: { page, loading_more, more } }: { readonly list: Paged<Row> }) {
  const { t } = useLingui();
  if (page === null || page.next_cursor === null) return null;
  const shown = page.rows.length;
  return (
    <div className={styles.more}>
      <p className={styles.muted}>{t`${shown} of ${page.total} shown`}</p>
      <Button busy={loading_more} onClick={more}>{t`Load more`}</Button>
    </div>
  );
}

import { plural } from "@lingui/core/macro";
import { Trans, useLingui } from "@lingui/react/macro";
import { useFormat } from "@/features/auth/use-format.ts";
import { ButtonLink } from "@/ui/button.tsx";
import { Card } from "@/ui/card.tsx";
import { Page } from "@/ui/page.tsx";
import { ProgressBar } from "@/ui/progress-bar.tsx";
import type { ImportRead } from "./queries.ts";
import styles from "./review.module.css";

/** The server is at work; nobody has to stay. */
export function ImportProgress({ import_ }: { readonly import_: ImportRead }) {
  const { t } = useLingui();
  const format = useFormat();
  const { status, progress, preview, file_name } = import_;
  const titles = { importing: t`Importing`, undoing: t`Undoing` } as const;
  const title = status === "importing" || status === "undoing" ? titles[status] : t`Reading the file`;
  const sets = preview?.counts.sets ?? 0;
  const known = status === "importing" && progress > 0;
  return (
    <Page title={title} subtitle={file_name} back="/import">
      <Card>
        <ProgressBar
          label={known ? t`${format.number(Math.round(progress * 100), 0)} %` : t`A moment, please`}
          share={known ? progress : null}
          {...(known && sets > 0 ? { detail: plural(sets, { one: "# set", other: "# sets" }) } : {})}
        />
        <p className={styles.muted}>
          <Trans>You can leave this page; it goes on without you.</Trans>
        </p>
      </Card>
      <div className={styles.buttons}>
        <ButtonLink href="/">{t`Go to the home page`}</ButtonLink>
      </div>
    </Page>
  );
}

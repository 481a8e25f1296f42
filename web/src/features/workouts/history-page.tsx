import { Trans, useLingui } from "@lingui/react/macro";
import { History } from "lucide-react";
import { ButtonLink } from "@/ui/button.tsx";
import { Page } from "@/ui/page.tsx";
import { EmptyState } from "@/ui/states.tsx";

export function HistoryPage() {
  const { t } = useLingui();
  return (
    <Page title={t`History`}>
      <EmptyState
        icon={<History size={28} />}
        title={t`No workouts yet`}
        actions={
          <ButtonLink href="/import" variant="primary">
            {t`Bring your history`}
          </ButtonLink>
        }
      >
        <Trans>Every workout appears here, newest first.</Trans>
      </EmptyState>
    </Page>
  );
}

import { Trans, useLingui } from "@lingui/react/macro";
import { CalendarDays } from "lucide-react";
import { ButtonLink } from "@/ui/button.tsx";
import { Page } from "@/ui/page.tsx";
import { EmptyState } from "@/ui/states.tsx";

export function CalendarPage() {
  const { t } = useLingui();
  return (
    <Page title={t`Calendar`} back="/history">
      <EmptyState
        icon={<CalendarDays size={28} />}
        title={t`No workouts yet`}
        actions={
          <ButtonLink href="/import" variant="primary">
            {t`Bring your history`}
          </ButtonLink>
        }
      >
        <Trans>Each training day gets a square.</Trans>
      </EmptyState>
    </Page>
  );
}

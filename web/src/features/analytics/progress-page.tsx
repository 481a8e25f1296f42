import { Trans, useLingui } from "@lingui/react/macro";
import { ChartLine } from "lucide-react";
import { ButtonLink } from "@/ui/button.tsx";
import { Page } from "@/ui/page.tsx";
import { EmptyState } from "@/ui/states.tsx";

export function ProgressPage() {
  const { t } = useLingui();
  return (
    <Page title={t`Progress`}>
      <EmptyState
        icon={<ChartLine size={28} />}
        title={t`Too early to say`}
        actions={
          <ButtonLink href="/import" variant="primary">
            {t`Bring your history`}
          </ButtonLink>
        }
      >
        <Trans>Once there are workouts, this page answers whether you are getting stronger.</Trans>
      </EmptyState>
    </Page>
  );
}

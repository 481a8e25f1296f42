import { Trans, useLingui } from "@lingui/react/macro";
import { Dumbbell } from "lucide-react";
import { ButtonLink } from "@/ui/button.tsx";
import { Page } from "@/ui/page.tsx";
import { EmptyState } from "@/ui/states.tsx";

export function ExercisePage() {
  const { t } = useLingui();
  return (
    <Page title={t`Exercise`} back="/exercises">
      <EmptyState
        icon={<Dumbbell size={28} />}
        title={t`No sets of this exercise yet`}
        actions={
          <ButtonLink href="/import" variant="primary">
            {t`Bring your history`}
          </ButtonLink>
        }
      >
        <Trans>Charts and records appear with the first sets.</Trans>
      </EmptyState>
    </Page>
  );
}

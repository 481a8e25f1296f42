import { Trans, useLingui } from "@lingui/react/macro";
import { Dumbbell } from "lucide-react";
import { ButtonLink } from "@/ui/button.tsx";
import { Page } from "@/ui/page.tsx";
import { EmptyState } from "@/ui/states.tsx";

export function TrainPage() {
  const { t } = useLingui();
  return (
    <Page title={t`Train`}>
      <EmptyState
        icon={<Dumbbell size={28} />}
        title={t`Log what you did`}
        actions={
          <ButtonLink href="/import" variant="primary">
            {t`Bring your history`}
          </ButtonLink>
        }
      >
        <Trans>Enter a workout by hand, or bring in the file of another app.</Trans>
      </EmptyState>
    </Page>
  );
}

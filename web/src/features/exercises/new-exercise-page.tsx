import { Trans, useLingui } from "@lingui/react/macro";
import { ListChecks } from "lucide-react";
import { ButtonLink } from "@/ui/button.tsx";
import { Page } from "@/ui/page.tsx";
import { EmptyState } from "@/ui/states.tsx";

export function NewExercisePage() {
  const { t } = useLingui();
  return (
    <Page title={t`New exercise`} back="/exercises">
      <EmptyState
        icon={<ListChecks size={28} />}
        title={t`Your own exercise`}
        actions={
          <ButtonLink href="/import" variant="primary">
            {t`Bring your history`}
          </ButtonLink>
        }
      >
        <Trans>For what the library does not have.</Trans>
      </EmptyState>
    </Page>
  );
}

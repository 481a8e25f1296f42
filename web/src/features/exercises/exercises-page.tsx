import { Trans, useLingui } from "@lingui/react/macro";
import { ListChecks } from "lucide-react";
import { ButtonLink } from "@/ui/button.tsx";
import { Page } from "@/ui/page.tsx";
import { EmptyState } from "@/ui/states.tsx";

export function ExercisesPage() {
  const { t } = useLingui();
  return (
    <Page title={t`Exercises`}>
      <EmptyState
        icon={<ListChecks size={28} />}
        title={t`The library is on its way`}
        actions={
          <ButtonLink href="/import" variant="primary">
            {t`Bring your history`}
          </ButtonLink>
        }
      >
        <Trans>It is kept on this device after the first sync.</Trans>
      </EmptyState>
    </Page>
  );
}

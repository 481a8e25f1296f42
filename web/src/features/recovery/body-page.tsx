import { Trans, useLingui } from "@lingui/react/macro";
import { Ruler } from "lucide-react";
import { ButtonLink } from "@/ui/button.tsx";
import { Page } from "@/ui/page.tsx";
import { EmptyState } from "@/ui/states.tsx";

export function BodyPage() {
  const { t } = useLingui();
  return (
    <Page title={t`Body`}>
      <EmptyState
        icon={<Ruler size={28} />}
        title={t`No measurements yet`}
        actions={
          <ButtonLink href="/import" variant="primary">
            {t`Bring your history`}
          </ButtonLink>
        }
      >
        <Trans>Weight and measurements, with their trend.</Trans>
      </EmptyState>
    </Page>
  );
}

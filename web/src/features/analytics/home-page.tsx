import { Trans, useLingui } from "@lingui/react/macro";
import { House } from "lucide-react";
import { ButtonLink } from "@/ui/button.tsx";
import { Page } from "@/ui/page.tsx";
import { EmptyState } from "@/ui/states.tsx";

export function HomePage() {
  const { t } = useLingui();
  return (
    <Page title={t`Home`}>
      <EmptyState
        icon={<House size={28} />}
        title={t`Nothing logged yet`}
        actions={
          <ButtonLink href="/import" variant="primary">
            {t`Bring your history`}
          </ButtonLink>
        }
      >
        <Trans>
          Import your history, or log a workout by hand. This page then shows your week, your streak and your last records.
        </Trans>
      </EmptyState>
    </Page>
  );
}

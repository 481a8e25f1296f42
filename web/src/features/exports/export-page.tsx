import { Trans, useLingui } from "@lingui/react/macro";
import { Download } from "lucide-react";
import { ButtonLink } from "@/ui/button.tsx";
import { Page } from "@/ui/page.tsx";
import { EmptyState } from "@/ui/states.tsx";

export function ExportPage() {
  const { t } = useLingui();
  return (
    <Page title={t`Export`} back="/more">
      <EmptyState
        icon={<Download size={28} />}
        title={t`Nothing to export yet`}
        actions={
          <ButtonLink href="/import" variant="primary">
            {t`Bring your history`}
          </ButtonLink>
        }
      >
        <Trans>Everything you log can be taken away as a file.</Trans>
      </EmptyState>
    </Page>
  );
}

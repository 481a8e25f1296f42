import { Trans, useLingui } from "@lingui/react/macro";
import { FileUp } from "lucide-react";
import { ButtonLink } from "@/ui/button.tsx";
import { Page } from "@/ui/page.tsx";
import { EmptyState } from "@/ui/states.tsx";

export function ImportDetailPage() {
  const { t } = useLingui();
  return (
    <Page title={t`Import`} back="/import">
      <EmptyState
        icon={<FileUp size={28} />}
        title={t`This import is not known`}
        actions={
          <ButtonLink href="/import" variant="primary">
            {t`Bring your history`}
          </ButtonLink>
        }
      >
        <Trans>It may have been removed.</Trans>
      </EmptyState>
    </Page>
  );
}

import { Trans, useLingui } from "@lingui/react/macro";
import { FileUp } from "lucide-react";
import { ButtonLink } from "@/ui/button.tsx";
import { Page } from "@/ui/page.tsx";
import { EmptyState } from "@/ui/states.tsx";

export function ImportPage() {
  const { t } = useLingui();
  return (
    <Page title={t`Import`}>
      <EmptyState
        icon={<FileUp size={28} />}
        title={t`No imports yet`}
        actions={
          <ButtonLink href="/import" variant="primary">
            {t`Bring your history`}
          </ButtonLink>
        }
      >
        <Trans>Files of other apps can be brought in here.</Trans>
      </EmptyState>
    </Page>
  );
}

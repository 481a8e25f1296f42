import { Trans, useLingui } from "@lingui/react/macro";
import { Compass } from "lucide-react";
import { ButtonLink } from "@/ui/button.tsx";
import { Page } from "@/ui/page.tsx";
import { EmptyState } from "@/ui/states.tsx";

export function NotFoundPage() {
  const { t } = useLingui();
  return (
    <Page title={t`Not found`}>
      <EmptyState
        icon={<Compass size={28} />}
        title={t`There is nothing here`}
        actions={
          <ButtonLink href="/" variant="primary">
            {t`Go home`}
          </ButtonLink>
        }
      >
        <Trans>The address may be old, or what was here has been deleted.</Trans>
      </EmptyState>
    </Page>
  );
}

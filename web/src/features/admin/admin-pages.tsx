import { useLingui } from "@lingui/react/macro";
import { ShieldX } from "lucide-react";
import { useLocation } from "wouter";
import { useProfile } from "@/features/auth/profile.ts";
import { ButtonLink } from "@/ui/button.tsx";
import { Page } from "@/ui/page.tsx";
import { Skeleton } from "@/ui/skeleton.tsx";
import { EmptyState } from "@/ui/states.tsx";
import { AuditPage } from "./audit-page.tsx";
import { LimitsPage } from "./limits-page.tsx";
import { MailPage } from "./mail-page.tsx";
import { OverviewPage } from "./overview-page.tsx";
import { UsersPage } from "./users-page.tsx";
import { loadWords } from "./words.ts";
import "./error-texts.ts";

loadWords();

const PAGES: Readonly<Record<string, () => React.ReactNode>> = {
  "/admin": OverviewPage,
  "/admin/users": UsersPage,
  "/admin/audit": AuditPage,
  "/admin/mail": MailPage,
  "/admin/limits": LimitsPage,
};

/** The pages of the administration in one chunk; whoever is no administrator asks the server for nothing. */
export function AdminPages() {
  const { t } = useLingui();
  const [path] = useLocation();
  const profile = useProfile();
  if (profile === undefined) {
    return (
      <Page title={t`Administration`}>
        <Skeleton heights={[160, 160, 160]} />
      </Page>
    );
  }
  if (!profile.is_admin) return <ForAdministrators />;
  const Current = PAGES[path.replace(/\/$/, "")] ?? OverviewPage;
  return <Current />;
}

function ForAdministrators() {
  const { t } = useLingui();
  return (
    <Page title={t`Administration`}>
      <EmptyState
        icon={<ShieldX size={28} />}
        title={t`For administrators`}
        actions={<ButtonLink href="/" variant="primary">{t`To the start`}</ButtonLink>}
      >
        {t`These pages are for those who look after this server. Your own settings are under More.`}
      </EmptyState>
    </Page>
  );
}

import { Trans, useLingui } from "@lingui/react/macro";
import { Download } from "lucide-react";
import { useProfile } from "@/features/auth/profile.ts";
import { ButtonLink } from "@/ui/button.tsx";
import { Card } from "@/ui/card.tsx";
import { Page } from "@/ui/page.tsx";
import { Skeleton } from "@/ui/skeleton.tsx";
import styles from "./account.module.css";
import { DeleteCard } from "./delete-card.tsx";
import { EmailCard } from "./email-card.tsx";
import { LeavingBanner } from "./leaving-banner.tsx";
import { PauseCard } from "./pause-card.tsx";

/** The account as a whole: its address, everything in it, a pause, its end. */
export function AccountPage() {
  const { t } = useLingui();
  const profile = useProfile();
  return (
    <Page title={t`Account`} back="/settings">
      {profile ? (
        <>
          <LeavingBanner />
          <EmailCard email={profile.email} display_name={profile.display_name} />
          <Card title={t`Your data`}>
            <p>
              <Trans>Everything in one file, which another FitFolio reads back without a difference.</Trans>
            </p>
            <div className={styles.buttons}>
              <ButtonLink href="/export" icon={<Download size={20} aria-hidden="true" />}>
                {t`To the export`}
              </ButtonLink>
            </div>
          </Card>
          <PauseCard />
          {!profile.delete_after && <DeleteCard email={profile.email} />}
        </>
      ) : (
        <Skeleton heights={[160, 120, 120, 160]} />
      )}
    </Page>
  );
}

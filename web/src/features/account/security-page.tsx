import { useLingui } from "@lingui/react/macro";
import { Columns, Page } from "@/ui/page.tsx";
import { DevicesCard } from "./devices-card.tsx";
import { IdentitiesCard } from "./identities-card.tsx";
import { PasskeysCard } from "./passkeys-card.tsx";

/** What signs in to the account, and what is signed in. */
export function SecurityPage() {
  const { t } = useLingui();
  return (
    <Page title={t`Passkeys and devices`} back="/settings" wide>
      <Columns aside={<DevicesCard />}>
        <PasskeysCard />
        <IdentitiesCard />
      </Columns>
    </Page>
  );
}

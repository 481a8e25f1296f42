import { useLingui } from "@lingui/react/macro";
import { KeyRound, UserRound } from "lucide-react";
import { Row } from "@/ui/list.tsx";

const ICON = { size: 22, "aria-hidden": true } as const;

/** Where the account is looked after: in the list of everything and among the settings. */
export function AccountRows() {
  const { t } = useLingui();
  return (
    <>
      <Row
        href="/settings/account"
        leading={<UserRound {...ICON} />}
        title={t`Account`}
        subtitle={t`Address, a break, deleting it`}
      />
      <Row
        href="/settings/security"
        leading={<KeyRound {...ICON} />}
        title={t`Passkeys and devices`}
        subtitle={t`How and where you are signed in`}
      />
    </>
  );
}

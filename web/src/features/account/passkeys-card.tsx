import { Trans, useLingui } from "@lingui/react/macro";
import { KeyRound, Plus, ShieldAlert, TriangleAlert } from "lucide-react";
import { useEffect, useState } from "react";
import { useProfile } from "@/features/auth/profile.ts";
import { Button } from "@/ui/button.tsx";
import { Card } from "@/ui/card.tsx";
import { EmptyState, Notice } from "@/ui/states.tsx";
import styles from "./account.module.css";
import { Loaded } from "./loaded.tsx";
import { AddPasskeyDialog } from "./passkey-dialogs.tsx";
import { signalAddress, signalPasskeys } from "./passkey-commands.ts";
import { PasskeyItem } from "./passkey-item.tsx";
import { needsSecond, passkeyObstacle } from "./passkey-rules.ts";
import { useConfig, usePasskeys, type PasskeyList } from "./queries.ts";

/** The passkeys of the account, and a new one. */
export function PasskeysCard() {
  const { t } = useLingui();
  const passkeys = usePasskeys();
  const onChange = () => {
    if (passkeys.status !== "loading") passkeys.refresh();
  };
  return (
    <Card title={t`Passkeys`}>
      <Loaded of={passkeys} heights={[64, 64]}>
        {(list) => <Shown list={list} onChange={onChange} />}
      </Loaded>
    </Card>
  );
}

/** Password managers hear which passkeys count and under which address, wherever these were changed. */
function useSignals(list: PasskeyList): void {
  const profile = useProfile();
  const { email, display_name } = profile ?? { email: "", display_name: "" };
  useEffect(() => {
    void signalPasskeys(list);
  }, [list]);
  useEffect(() => {
    if (email !== "") void signalAddress(list, { email, display_name });
  }, [list, email, display_name]);
}

function Shown({ list, onChange }: { readonly list: PasskeyList; readonly onChange: () => void }) {
  const { t } = useLingui();
  const [adding, setAdding] = useState(false);
  const { passkeys } = list;
  useSignals(list);
  const suspect = passkeys.filter((passkey) => passkey.clone_suspected_at !== null);
  return (
    <>
      {suspect.map((passkey) => (
        <Notice key={passkey.id} tone="danger" icon={<ShieldAlert size={20} />}>
          <Trans>
            “{passkey.nickname}” has counted backwards, as a copy of it would. Unless you know why, remove it and add a new one.
          </Trans>
        </Notice>
      ))}
      {passkeys.length === 0 ? (
        <EmptyState small icon={<KeyRound size={24} />} title={t`No passkeys yet`}>
          <Trans>
            A passkey signs you in with your fingerprint, your face or the PIN of your device. No mail to wait for, and nothing that
            a false page could steal.
          </Trans>
        </EmptyState>
      ) : (
        <ul className={styles.items}>
          {passkeys.map((passkey) => (
            <PasskeyItem key={passkey.id} passkey={passkey} is_only={passkeys.length === 1} onChange={onChange} />
          ))}
        </ul>
      )}
      {needsSecond(passkeys) && (
        <Notice tone="warn" icon={<TriangleAlert size={20} />}>
          <Trans>
            Your only passkey is not synchronised: it is lost with its device. Keep two, the second on another device or a security
            key.
          </Trans>
        </Notice>
      )}
      <AddButton rp_id={list.rp_id} onAdd={() => setAdding(true)} />
      {adding && (
        <AddPasskeyDialog
          onClose={() => setAdding(false)}
          onDone={() => {
            setAdding(false);
            onChange();
          }}
        />
      )}
    </>
  );
}

/** The way to a new passkey, or why there is none here. */
function AddButton({ rp_id, onAdd }: { readonly rp_id: string; readonly onAdd: () => void }) {
  const { t } = useLingui();
  const config = useConfig();
  if (config.status !== "ready") return null;
  const obstacle = passkeyObstacle({
    possible: config.data.passkeys,
    rp_id,
    hostname: location.hostname,
    supported: typeof PublicKeyCredential !== "undefined",
  });
  if (obstacle === null) {
    return (
      <Button variant="primary" wide icon={<Plus size={20} aria-hidden="true" />} onClick={onAdd}>
        {t`Add a passkey`}
      </Button>
    );
  }
  return (
    <Notice tone="plain" icon={<TriangleAlert size={20} />}>
      {obstacle === "server" && (
        <Trans>
          Passkeys cannot work on this server yet: they need an address that begins with https:// and has a host name. Whoever runs
          it sets that as its public address.
        </Trans>
      )}
      {obstacle === "host_name" && <Trans>Passkeys are made for {rp_id}. Open FitFolio at that address to add one.</Trans>}
      {obstacle === "browser" && <Trans>This browser cannot use passkeys on this page. Try another one, or a newer one.</Trans>}
    </Notice>
  );
}

import { Trans, useLingui } from "@lingui/react/macro";
import { Laptop, LogOut, MonitorSmartphone, Smartphone, SquareTerminal } from "lucide-react";
import { useState } from "react";
import { Button } from "@/ui/button.tsx";
import { Card } from "@/ui/card.tsx";
import { Chip } from "@/ui/chip.tsx";
import { showToast } from "@/ui/toast-store.ts";
import styles from "./account.module.css";
import { signOutDevice, signOutOthers } from "./commands.ts";
import { ConfirmDialog } from "./confirm-dialog.tsx";
import { deviceParts, type DeviceParts } from "./device-words.ts";
import { FactRow } from "./fact-row.tsx";
import { Loaded } from "./loaded.tsx";
import { useDevices, type Device } from "./queries.ts";
import { useDeviceName } from "./use-device-name.ts";
import { useMoment } from "./use-moment.ts";

/** Where the account is signed in, this device first; others are signed out from here. */
export function DevicesCard() {
  const { t } = useLingui();
  const devices = useDevices();
  return (
    <Card title={t`Devices`}>
      <Loaded of={devices} heights={[64, 64]}>
        {({ sessions }) => (
          <Shown
            devices={sessions.toSorted((a, b) => Number(b.is_current) - Number(a.is_current))}
            onChange={() => {
              if (devices.status !== "loading") devices.refresh();
            }}
          />
        )}
      </Loaded>
    </Card>
  );
}

interface ShownProps {
  readonly devices: readonly Device[];
  readonly onChange: () => void;
}

function Shown({ devices, onChange }: ShownProps) {
  const { t } = useLingui();
  const name = useDeviceName();
  const [leaving, setLeaving] = useState<Device | "others" | null>(null);
  const others = devices.filter((device) => !device.is_current).length;
  const done = (said: string) => {
    setLeaving(null);
    showToast(said);
    onChange();
  };
  return (
    <>
      <ul className={styles.items}>
        {devices.map((device) => (
          <DeviceItem key={device.id} device={device} onSignOut={() => setLeaving(device)} />
        ))}
      </ul>
      {others === 0 ? (
        <p className={styles.muted}>
          <Trans>No other device is signed in.</Trans>
        </p>
      ) : (
        <Button variant="danger" wide icon={<LogOut size={20} aria-hidden="true" />} onClick={() => setLeaving("others")}>
          {t`Sign out all others`}
        </Button>
      )}
      {leaving === "others" && (
        <ConfirmDialog
          title={t`Sign out all other devices?`}
          confirm={t`Sign out`}
          onConfirm={signOutOthers}
          onDone={() => done(t`All others are signed out`)}
          onClose={() => setLeaving(null)}
        >
          <WhatHappens />
        </ConfirmDialog>
      )}
      {leaving !== null && leaving !== "others" && (
        <ConfirmDialog
          title={t`Sign out ${name(leaving)}?`}
          confirm={t`Sign out`}
          onConfirm={() => signOutDevice(leaving.id)}
          onDone={() => done(t`Signed out`)}
          onClose={() => setLeaving(null)}
        >
          <WhatHappens />
        </ConfirmDialog>
      )}
    </>
  );
}

function WhatHappens() {
  return (
    <p>
      <Trans>It stops at once. What was logged there and not sent yet stays there, and is sent after the next sign-in.</Trans>
    </p>
  );
}

const ICONS: Readonly<Record<DeviceParts["kind"], typeof Laptop>> = {
  phone: Smartphone,
  computer: Laptop,
  script: SquareTerminal,
  unknown: MonitorSmartphone,
};

function DeviceItem({ device, onSignOut }: { readonly device: Device; readonly onSignOut: () => void }) {
  const { t } = useLingui();
  const { day, moment } = useMoment();
  const name = useDeviceName();
  const ways: Readonly<Record<string, string>> = {
    link: t`by mailed link`,
    code: t`by mailed code`,
    passkey: t`by passkey`,
    oidc: t`through another provider`,
  };
  const Icon = ICONS[deviceParts(device.device).kind];
  const since = [t`Signed in: ${day(device.created_at)}`, ways[device.method]].filter(Boolean).join(", ");
  return (
    <li className={styles.item}>
      <span className={styles.itemIcon} aria-hidden="true">
        <Icon size={20} />
      </span>
      <div className={styles.itemBody}>
        <p className={styles.itemTitle}>{name(device)}</p>
        {device.is_current && <Chip tone="accent">{t`This device`}</Chip>}
        <FactRow facts={[t`Last seen: ${moment(device.last_seen_at)}`, device.place ?? device.ip]} />
        <p className={styles.muted}>{since}</p>
        {!device.is_current && (
          <Button onClick={onSignOut} aria-label={t`Sign out ${name(device)}`}>
            {t`Sign out`}
          </Button>
        )}
      </div>
    </li>
  );
}

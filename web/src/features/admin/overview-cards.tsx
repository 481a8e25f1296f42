import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { Link } from "wouter";
import { useFormat } from "@/features/auth/use-format.ts";
import { Card, Stat, StatRow } from "@/ui/card.tsx";
import { Meter } from "@/ui/progress-bar.tsx";
import { seesBackups } from "./attention.ts";
import { formatBytes } from "./bytes.ts";
import { Facts } from "./facts.tsx";
import type { SystemState } from "./queries.ts";
import { useDayTime } from "./use-day-time.ts";
import styles from "./admin.module.css";

interface SystemProps {
  readonly system: SystemState;
}

const BACKUP_DOCUMENT = "docs/operating/backup.md";
const SHOWN_BACKUPS = 5;

/** How many people there are, and who else may come. */
export function AccountsCard({ system: { users, accounts, signup } }: SystemProps) {
  const { t } = useLingui();
  const signups = {
    closed: t`Sign-up is closed.`,
    invite: t`New people come by invitation.`,
    open: t`Sign-up is open to everybody.`,
  };
  return (
    <Card title={t`People`} aside={<Link href="/admin/users">{t`See all`}</Link>}>
      <StatRow>
        <Stat label={t`Accounts`} value={users} />
        <Stat label={t`Administrators`} value={accounts.administrators} />
        {accounts.paused > 0 && <Stat label={t`Paused`} value={accounts.paused} />}
        {accounts.deactivated > 0 && <Stat label={t`Deactivated`} value={accounts.deactivated} />}
        {accounts.leaving > 0 && <Stat label={t`To be deleted`} value={accounts.leaving} />}
      </StatRow>
      <p className={styles.muted}>
        {signups[signup]}{" "}
        {accounts.invitations > 0 && (
          <Plural value={accounts.invitations} one="# invitation is open." other="# invitations are open." />
        )}
      </p>
    </Card>
  );
}

/** Where letters go, and how many have not gone yet. */
export function MailCard({ system: { mail, locked_out } }: SystemProps) {
  const { t } = useLingui();
  return (
    <Card title={t`Mail and protection`} aside={<Link href="/admin/mail">{t`See all`}</Link>}>
      <StatRow>
        <Stat label={t`Waiting`} value={mail.waiting} />
        <Stat label={t`Given up`} value={mail.failed} />
        <Stat label={t`Locked out`} value={locked_out} />
      </StatRow>
      <p className={styles.muted}>
        {mail.server === null ? (
          <Trans>Letters are printed on the server's console: no mail server is set.</Trans>
        ) : (
          <Trans>Letters go to {mail.server}.</Trans>
        )}
      </p>
    </Card>
  );
}

/** What the data takes, and how much room is left. */
export function StorageCard({ system: { storage, database_version } }: SystemProps) {
  const { t } = useLingui();
  const { locale } = useFormat();
  const size = (bytes: number) => formatBytes(locale, bytes);
  const used_bytes = storage.disk_bytes - storage.free_bytes;
  return (
    <Card title={t`Storage`}>
      <Facts
        lines={[
          [t`Database`, database_version],
          [t`Where`, storage.database],
          [t`Database size`, size(storage.database_bytes)],
          [t`Files on their way in`, size(storage.uploads_bytes)],
          [t`Free on the disk`, t`${size(storage.free_bytes)} of ${size(storage.disk_bytes)}`],
        ]}
      />
      <Meter label={t`Disk used`} value={used_bytes} max={storage.disk_bytes} />
    </Card>
  );
}

/** What could be put back, told as it is. */
export function BackupsCard({ system }: SystemProps) {
  const { t } = useLingui();
  const { locale } = useFormat();
  const moment = useDayTime();
  const { backups } = system;
  const how = (
    <p className={styles.muted}>
      <Trans>
        How to make and restore one: <span className={styles.code}>{BACKUP_DOCUMENT}</span>
      </Trans>
    </p>
  );
  if (backups.length === 0) {
    return (
      <Card title={t`Backups`}>
        <p>
          {seesBackups(system) ? (
            <Trans>None yet: there is no file in the folder “backups” of the data folder.</Trans>
          ) : (
            <Trans>PostgreSQL is backed up by its own tools; what they have made cannot be seen from here.</Trans>
          )}
        </p>
        {how}
      </Card>
    );
  }
  return (
    <Card title={t`Backups`}>
      <Facts
        lines={backups
          .slice(0, SHOWN_BACKUPS)
          .map(({ name, made_at, size_bytes }) => [name, `${moment(made_at)} · ${formatBytes(locale, size_bytes)}`])}
      />
      {backups.length > SHOWN_BACKUPS && (
        <p className={styles.muted}>
          <Plural value={backups.length - SHOWN_BACKUPS} one="and # older" other="and # older" />
        </p>
      )}
      {how}
    </Card>
  );
}

/** What runs here. */
export function VersionsCard({ system, web_version }: SystemProps & { readonly web_version: string }) {
  const { t } = useLingui();
  return (
    <Card title={t`Versions`}>
      <Facts
        lines={[
          [t`Server`, system.version],
          [t`Web app`, web_version],
          [t`Schema of the database`, system.schema_revision],
          [t`Python`, system.python],
        ]}
      />
    </Card>
  );
}

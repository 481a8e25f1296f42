import { useLingui } from "@lingui/react/macro";
import { RotateCw } from "lucide-react";
import { Loaded } from "@/features/account/loaded.tsx";
import { nowMs } from "@/lib/clock.ts";
import { IconButton } from "@/ui/button.tsx";
import { List, Row } from "@/ui/list.tsx";
import { version as web_version } from "../../../package.json";
import { AdminFrame, useAdminPlaces } from "./admin-frame.tsx";
import { AttentionList } from "./attention-list.tsx";
import { concernsOf } from "./attention.ts";
import { AccountsCard, BackupsCard, MailCard, StorageCard, VersionsCard } from "./overview-cards.tsx";
import { JobsCard } from "./jobs-card.tsx";
import { useSystem, type SystemState } from "./queries.ts";
import styles from "./admin.module.css";

/** How the server is: what needs attention, then everything else. */
export function OverviewPage() {
  const { t } = useLingui();
  const system = useSystem();
  return (
    <AdminFrame
      title={t`Administration`}
      subtitle={system.status === "ready" ? system.data.public_url : undefined}
      actions={
        system.status === "ready" && (
          <IconButton label={t`Load again`} icon={<RotateCw size={20} aria-hidden="true" />} onClick={system.refresh} />
        )
      }
    >
      <Loaded of={system} heights={[64, 280, 200, 200]}>
        {(data) => <Overview system={data} />}
      </Loaded>
    </AdminFrame>
  );
}

function Overview({ system }: { readonly system: SystemState }) {
  return (
    <>
      <AttentionList concerns={concernsOf(system, web_version, nowMs())} />
      <Places />
      <div className={styles.cards}>
        <AccountsCard system={system} />
        <MailCard system={system} />
        <StorageCard system={system} />
        <div className={styles.column}>
          <BackupsCard system={system} />
          <VersionsCard system={system} web_version={web_version} />
        </div>
      </div>
      <JobsCard jobs={system.job_kinds} />
    </>
  );
}

/** The way to the other pages where there is no room for it at the top. */
function Places() {
  const { t } = useLingui();
  const [, ...places] = useAdminPlaces();
  return (
    <div className={styles.phoneOnly}>
      <List label={t`Administration`}>
        {places.map(({ path, label, about, icon: Icon }) => (
          <Row key={path} href={path} leading={<Icon size={22} aria-hidden="true" />} title={label} subtitle={about} />
        ))}
      </List>
    </div>
  );
}

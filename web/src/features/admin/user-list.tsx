import { useLingui } from "@lingui/react/macro";
import { Ellipsis, ShieldCheck } from "lucide-react";
import { joinFacts } from "@/features/account/facts.ts";
import { useFormat } from "@/features/auth/use-format.ts";
import { useWide } from "@/features/workouts/use-wide.ts";
import { localDate } from "@/lib/clock.ts";
import { IconButton } from "@/ui/button.tsx";
import { Chip } from "@/ui/chip.tsx";
import { List, Row } from "@/ui/list.tsx";
import { Table } from "@/ui/table.tsx";
import type { AdminUser } from "./queries.ts";
import { StandingChip } from "./standing-chip.tsx";
import { useDayTime } from "./use-day-time.ts";
import { VisuallyHidden } from "@/ui/visually-hidden.tsx";
import styles from "./admin.module.css";

interface UserListProps {
  readonly users: readonly AdminUser[];
  readonly onOpen: (user: AdminUser) => void;
}

/** Accounts, a table where there is room; each opens with what can be done. */
export function UserList({ users, onOpen }: UserListProps) {
  const { t } = useLingui();
  const wide = useWide();
  const format = useFormat();
  const moment = useDayTime();
  const seen = ({ last_seen_at }: AdminUser) => (last_seen_at === null ? t`never` : moment(last_seen_at));
  if (!wide) {
    return (
      <List label={t`Accounts`}>
        {users.map((user) => (
          <Row
            key={user.id}
            title={user.email}
            subtitle={joinFacts(user.display_name, user.role === "admin" && t`Administrator`, t`last seen: ${seen(user)}`)}
            trailing={user.standing === "active" ? undefined : <StandingChip standing={user.standing} />}
            onPress={() => onOpen(user)}
          />
        ))}
      </List>
    );
  }
  return (
    <div className={styles.list}>
      <Table
        caption={t`Accounts`}
        rows={users}
        rowKey={({ id }) => id}
        columns={[
          { key: "email", header: t`Address`, heading: true, cell: (user) => <Who user={user} /> },
          { key: "role", header: t`Role`, cell: ({ role }) => <RoleText role={role} /> },
          { key: "standing", header: t`State`, cell: ({ standing }) => <StandingChip standing={standing} /> },
          {
            key: "created",
            header: t`Created`,
            cell: ({ created_at }) => format.date(localDate(Date.parse(created_at), format.time_zone)),
          },
          { key: "seen", header: t`Last seen`, cell: seen },
          {
            key: "acts",
            header: <VisuallyHidden>{t`More`}</VisuallyHidden>,
            numeric: true,
            cell: (user) => (
              <IconButton
                label={t`Manage ${user.email}`}
                icon={<Ellipsis size={20} aria-hidden="true" />}
                onClick={() => onOpen(user)}
              />
            ),
          },
        ]}
      />
    </div>
  );
}

function Who({ user: { email, display_name } }: { readonly user: AdminUser }) {
  return (
    <>
      <span className={styles.break}>{email}</span>
      {display_name !== "" && <span className={styles.under}>{display_name}</span>}
    </>
  );
}

function RoleText({ role }: Pick<AdminUser, "role">) {
  const { t } = useLingui();
  if (role === "user") return t`User`;
  return <Chip tone="record" icon={<ShieldCheck aria-hidden="true" />}>{t`Administrator`}</Chip>;
}

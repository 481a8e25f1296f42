import { Plural, useLingui } from "@lingui/react/macro";
import { Search, UserPlus, UserSearch } from "lucide-react";
import { useDeferredValue, useState } from "react";
import { Loaded } from "@/features/account/loaded.tsx";
import { Button } from "@/ui/button.tsx";
import { FilterSelect } from "@/ui/filter-select.tsx";
import { SearchField } from "@/ui/field.tsx";
import { EmptyState } from "@/ui/states.tsx";
import { AdminFrame } from "./admin-frame.tsx";
import { Invitations } from "./invitations.tsx";
import { InviteDialog } from "./invite-dialog.tsx";
import { MoreButton } from "./more-button.tsx";
import { useInvitations, useUsers, type AdminUser, type Standing } from "./queries.ts";
import { useStandingWords } from "./standing-chip.tsx";
import { UserDialog } from "./user-dialog.tsx";
import { UserList } from "./user-list.tsx";
import styles from "./admin.module.css";

/** Who has an account, who is invited, and what can be done about both. */
export function UsersPage() {
  const { t } = useLingui();
  const [search, setSearch] = useState("");
  const [standing, setStanding] = useState<Standing | null>(null);
  const users = useUsers(useDeferredValue(search.trim()), standing);
  const invitations = useInvitations();
  const [opened, setOpened] = useState<AdminUser | null>(null);
  const [inviting, setInviting] = useState(false);
  const { list } = users;
  const refresh = () => list.status === "ready" && list.refresh();
  const may_invite = invitations.status === "ready" && invitations.data.signup !== "closed";
  return (
    <AdminFrame
      title={t`People`}
      subtitle={
        list.status === "ready" ? (
          <Plural value={list.data.total} one="# account" other="# accounts" />
        ) : (
          t`Accounts, invitations, roles`
        )
      }
      actions={
        may_invite && (
          <Button variant="primary" icon={<UserPlus size={18} aria-hidden="true" />} onClick={() => setInviting(true)}>
            {t`Invite`}
          </Button>
        )
      }
    >
      <UserFilters search={search} onSearch={setSearch} standing={standing} onStanding={setStanding} />
      <Loaded of={list} heights={[72, 72, 72]}>
        {({ rows }) =>
          rows.length === 0 ? (
            <EmptyState icon={<UserSearch size={28} />} title={t`Nobody fits`} small>
              {t`No account has an address like this in this state.`}
            </EmptyState>
          ) : (
            <div className={styles.stack}>
              <UserList users={rows} onOpen={setOpened} />
              <MoreButton paged={users} />
            </div>
          )
        }
      </Loaded>
      {invitations.status === "ready" && <Invitations list={invitations.data} onChanged={invitations.refresh} />}
      {opened && <UserDialog user={opened} onDone={refresh} onClose={() => setOpened(null)} />}
      {inviting && invitations.status === "ready" && (
        <InviteDialog onDone={invitations.refresh} onClose={() => setInviting(false)} />
      )}
    </AdminFrame>
  );
}

interface UserFiltersProps {
  readonly search: string;
  readonly onSearch: (search: string) => void;
  readonly standing: Standing | null;
  readonly onStanding: (standing: Standing | null) => void;
}

function UserFilters({ search, onSearch, standing, onStanding }: UserFiltersProps) {
  const { t } = useLingui();
  const words = useStandingWords();
  return (
    <div className={styles.search}>
      <SearchField
        label={t`Search by address`}
        icon={<Search size={20} />}
        value={search}
        onChange={(event) => onSearch(event.target.value)}
      />
      <div className={styles.row}>
        <FilterSelect
          label={t`State`}
          all={t`Every state`}
          value={standing ?? ""}
          options={(Object.keys(words) as Standing[]).map((value) => ({ value, label: words[value] }))}
          onValue={(value) => onStanding(value === "" ? null : (value as Standing))}
        />
      </div>
    </div>
  );
}

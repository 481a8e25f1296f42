import { Plural, useLingui } from "@lingui/react/macro";
import { Search, UserPlus, UserSearch } from "lucide-react";
import { useDeferredValue, useState } from "react";
import { Button } from "@/ui/button.tsx";
import { FilterSelect } from "@/ui/filter-select.tsx";
import { SearchField } from "@/ui/field.tsx";
import { Skeleton } from "@/ui/skeleton.tsx";
import { EmptyState } from "@/ui/states.tsx";
import { AdminFrame } from "./admin-frame.tsx";
import { Failure, OldNotice } from "./failure.tsx";
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
  const words = useStandingWords();
  const [search, setSearch] = useState("");
  const [standing, setStanding] = useState<Standing | null>(null);
  const users = useUsers(useDeferredValue(search.trim()), standing);
  const invitations = useInvitations();
  const [opened, setOpened] = useState<AdminUser | null>(null);
  const [inviting, setInviting] = useState(false);
  const { page, error, refresh } = users;
  const may_invite = invitations.data !== null && invitations.data.signup !== "closed";
  return (
    <AdminFrame
      title={t`People`}
      subtitle={page ? <Plural value={page.total} one="# account" other="# accounts" /> : t`Accounts, invitations, roles`}
      actions={
        may_invite && (
          <Button variant="primary" icon={<UserPlus size={18} aria-hidden="true" />} onClick={() => setInviting(true)}>
            {t`Invite`}
          </Button>
        )
      }
    >
      {page === null && error !== null ? (
        <Failure error={error} onRetry={refresh} />
      ) : (
        <>
          <div className={styles.search}>
            <SearchField
              label={t`Search by address`}
              icon={<Search size={20} />}
              value={search}
              onChange={(event) => setSearch(event.target.value)}
            />
            <div className={styles.row}>
              <FilterSelect
                label={t`State`}
                all={t`Every state`}
                value={standing ?? ""}
                options={(Object.keys(words) as Standing[]).map((value) => ({ value, label: words[value] }))}
                onValue={(value) => setStanding(value === "" ? null : (value as Standing))}
              />
            </div>
          </div>
          {page !== null && error !== null && <OldNotice error={error} onRetry={refresh} />}
          {page === null && <Skeleton heights={[72, 72, 72]} />}
          {page !== null && page.rows.length === 0 && (
            <EmptyState icon={<UserSearch size={28} />} title={t`Nobody fits`} small>
              {t`No account has an address like this in this state.`}
            </EmptyState>
          )}
          {page !== null && page.rows.length > 0 && (
            <div className={styles.stack}>
              <UserList users={page.rows} onOpen={setOpened} />
              <MoreButton list={users} />
            </div>
          )}
          <Invitations answer={invitations} />
        </>
      )}
      {opened && <UserDialog user={opened} onDone={refresh} onClose={() => setOpened(null)} />}
      {inviting && <InviteDialog onDone={invitations.refresh} onClose={() => setInviting(false)} />}
    </AdminFrame>
  );
}

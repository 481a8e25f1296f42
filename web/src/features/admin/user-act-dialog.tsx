import { useLingui } from "@lingui/react/macro";
import { useProfile } from "@/features/auth/profile.ts";
import { ActDialog } from "./act-dialog.tsx";
import { deactivateUser, reactivateUser, setRole, signOutUser } from "./commands.ts";
import type { AdminUser } from "./queries.ts";

export type UserAct = "deactivate" | "reactivate" | "sign_out" | "make_admin" | "make_user";

interface UserActDialogProps {
  readonly user: AdminUser;
  readonly act: UserAct;
  readonly onDone: () => void;
  readonly onClose: () => void;
}

/** Says what an act does to the account before it is done. */
export function UserActDialog({ user: { id, email }, act, ...rest }: UserActDialogProps) {
  const { t } = useLingui();
  const is_me = useProfile()?.id === id;
  switch (act) {
    case "deactivate":
      return (
        <ActDialog
          title={t`Deactivate ${email}?`}
          confirm={t`Deactivate`}
          danger
          run={() => deactivateUser(id)}
          done={t`${email} is deactivated`}
          {...rest}
        >
          {t`All devices and API tokens of this account stop at once, and nobody signs in to it again until you reactivate it. Everything it has logged stays. What waits on its devices is kept there.`}{" "}
          {is_me && t`This is your own account: you are signed out too.`}
        </ActDialog>
      );
    case "reactivate":
      return (
        <ActDialog
          title={t`Reactivate ${email}?`}
          confirm={t`Reactivate`}
          run={() => reactivateUser(id)}
          done={t`${email} is active again`}
          {...rest}
        >
          {t`The account can be signed in to again, with everything it had. Its API tokens work again; its devices must sign in anew.`}
        </ActDialog>
      );
    case "sign_out":
      return (
        <ActDialog
          title={t`Sign ${email} out everywhere?`}
          confirm={t`Sign out`}
          danger
          run={() => signOutUser(id)}
          done={t`${email} is signed out everywhere`}
          {...rest}
        >
          {t`Every device must sign in again; nothing that was logged is lost, on the devices neither. API tokens go on working.`}{" "}
          {is_me && t`This is your own account: you are signed out too.`}
        </ActDialog>
      );
    case "make_admin":
      return (
        <ActDialog
          title={t`Make ${email} an administrator?`}
          confirm={t`Make an administrator`}
          run={() => setRole(id, "admin")}
          done={t`${email} is an administrator`}
          {...rest}
        >
          {t`Administrators see all accounts and the audit log, and can do everything on these pages, to you as well. They do not see what anybody trains.`}
        </ActDialog>
      );
    case "make_user":
      return (
        <ActDialog
          title={t`Take the administrator's rights of ${email}?`}
          confirm={t`Take the rights`}
          danger
          run={() => setRole(id, "user")}
          done={t`${email} is no administrator any more`}
          {...rest}
        >
          {t`The account and its data stay as they are; these pages are closed to it from now on.`}{" "}
          {is_me && t`This is your own account: another administrator would have to let you in again.`}
        </ActDialog>
      );
  }
}

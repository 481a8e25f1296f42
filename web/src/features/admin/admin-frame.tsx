import { useLingui } from "@lingui/react/macro";
import { Gauge, Mail, ScrollText, ShieldAlert, Users, type LucideIcon } from "lucide-react";
import type { ReactNode } from "react";
import { Link, useLocation } from "wouter";
import { Page } from "@/ui/page.tsx";
import styles from "./admin.module.css";

interface AdminPlace {
  readonly path: string;
  readonly label: string;
  readonly about: string;
  readonly icon: LucideIcon;
}

/** The pages of the administration, the overview first. */
export function useAdminPlaces(): readonly AdminPlace[] {
  const { t } = useLingui();
  return [
    { path: "/admin", label: t`Overview`, about: t`How the server is`, icon: Gauge },
    { path: "/admin/users", label: t`People`, about: t`Accounts, invitations, roles`, icon: Users },
    { path: "/admin/audit", label: t`Audit log`, about: t`What was done, tried and refused`, icon: ScrollText },
    { path: "/admin/mail", label: t`Mail`, about: t`What waits, failed and was sent`, icon: Mail },
    { path: "/admin/limits", label: t`Limits`, about: t`Lockouts and limits in force`, icon: ShieldAlert },
  ];
}

interface AdminFrameProps {
  readonly title: string;
  readonly subtitle?: ReactNode;
  readonly actions?: ReactNode;
  readonly children: ReactNode;
}

/** A page of the administration: on desktops with the way to the others, on phones with the way back to their list. */
export function AdminFrame({ title, subtitle, actions, children }: AdminFrameProps) {
  const { t } = useLingui();
  const [path] = useLocation();
  const places = useAdminPlaces();
  return (
    <Page title={title} subtitle={subtitle} actions={actions} back={path === "/admin" ? "/more" : "/admin"} wide>
      <nav className={styles.places} aria-label={t`Administration`}>
        {places.map((place) => (
          <Link key={place.path} href={place.path} className={styles.place} aria-current={place.path === path ? "page" : undefined}>
            <place.icon size={18} aria-hidden="true" />
            {place.label}
          </Link>
        ))}
      </nav>
      {children}
    </Page>
  );
}

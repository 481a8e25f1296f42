import { useLingui } from "@lingui/react/macro";
import {
  BookMarked,
  ChartLine,
  Dumbbell,
  Ellipsis,
  FileUp,
  History,
  House,
  ListChecks,
  Ruler,
  Server,
  type LucideIcon,
} from "lucide-react";
import { lazy, Suspense, type ReactNode } from "react";
import { Link } from "wouter";
import { useProfile } from "@/features/auth/profile.ts";
import { useLiveWorkouts } from "@/features/workouts/live-workouts.ts";
import { classNames } from "@/lib/class-names.ts";
import { Logo } from "@/ui/logo.tsx";
import { LateUpdatePrompt } from "./late-update-prompt.tsx";
import { LiveTime } from "./live-time.tsx";
import { preloadPath } from "./routes.ts";
import styles from "./shell.module.css";
import { SyncChip } from "./sync-chip.tsx";

const PersistPrompt = lazy(() => import("./persist-prompt.tsx").then(({ PersistPrompt: Prompt }) => ({ default: Prompt })));

const PasskeyPrompt = lazy(() => import("./passkey-prompt.tsx").then(({ PasskeyPrompt: Prompt }) => ({ default: Prompt })));

interface Destination {
  readonly path: string;
  readonly label: string;
  readonly icon: LucideIcon;
  /** Deeper paths that belong to this entry. */
  readonly owns: RegExp;
}

function useDestinations(is_admin: boolean): { main: readonly Destination[]; train: Destination; extra: readonly Destination[] } {
  const { t } = useLingui();
  return {
    main: [
      { path: "/", label: t`Home`, icon: House, owns: /^\/$/ },
      { path: "/history", label: t`History`, icon: History, owns: /^\/(history|workouts\/(?!new))/ },
      { path: "/progress", label: t`Progress`, icon: ChartLine, owns: /^\/progress/ },
      { path: "/more", label: t`More`, icon: Ellipsis, owns: /^\/(more|settings|export|device|about)/ },
    ],
    train: { path: "/train", label: t`Train`, icon: Dumbbell, owns: /^\/(train|workouts\/new|templates)/ },
    extra: [
      { path: "/programs", label: t`Programs`, icon: BookMarked, owns: /^\/(programs|enrolments|shared)/ },
      { path: "/exercises", label: t`Exercises`, icon: ListChecks, owns: /^\/exercises/ },
      { path: "/body", label: t`Body`, icon: Ruler, owns: /^\/body/ },
      { path: "/import", label: t`Import`, icon: FileUp, owns: /^\/imports?/ },
      ...(is_admin ? [{ path: "/admin", label: t`Administration`, icon: Server, owns: /^\/admin/ }] : []),
    ],
  };
}

interface ShellProps {
  readonly path: string;
  readonly children: ReactNode;
}

/** The frame around every page of an account: bar at the thumb on phones, rail at the left on desktops. */
export function Shell({ path, children }: ShellProps) {
  const { t } = useLingui();
  const profile = useProfile();
  const { main, train, extra } = useDestinations(profile?.is_admin === true);
  const [home, history, progress, more] = main;
  // On phones the extra destinations live under More.
  const under_more = (destination: Destination) =>
    destination === more && extra.some((other) => other.owns.test(path)) ? true : destination.owns.test(path);
  return (
    <div className={styles.shell}>
      <a className={styles.skip} href="#main">
        {t`Skip to content`}
      </a>
      <nav className={styles.rail} aria-label={t`Main`}>
        <Link href="/" className={styles.brand}>
          <Logo size={30} />
          <span>FitFolio</span>
        </Link>
        <RailTrain destination={train} path={path} />
        <ul className={styles.railList}>
          {[home, history, progress, ...extra, more].map(
            (destination) => destination && <RailItem key={destination.path} destination={destination} path={path} />,
          )}
        </ul>
        {profile && (
          <Link href="/settings" className={styles.person}>
            {profile.display_name || profile.email}
          </Link>
        )}
      </nav>
      <div className={styles.body}>
        <SyncChip />
        <main id="main" tabIndex={-1} className={styles.main}>
          {children}
        </main>
        <Suspense>
          <PersistPrompt />
          {path === "/" && <PasskeyPrompt />}
        </Suspense>
        <LateUpdatePrompt />
      </div>
      <nav className={styles.bar} aria-label={t`Main`}>
        {[home, history].map((item) => item && <BarItem key={item.path} destination={item} active={under_more(item)} />)}
        <BarTrain destination={train} path={path} />
        {[progress, more].map((item) => item && <BarItem key={item.path} destination={item} active={under_more(item)} />)}
      </nav>
    </div>
  );
}

function linkProps({ path }: Destination, active: boolean) {
  const preload = () => preloadPath(path);
  return {
    href: path,
    "aria-current": active ? ("page" as const) : undefined,
    onPointerEnter: preload,
    onFocus: preload,
  };
}

function BarItem({ destination, active }: { readonly destination: Destination; readonly active: boolean }) {
  return (
    <Link {...linkProps(destination, active)} className={styles.barItem}>
      <destination.icon size={22} aria-hidden="true" />
      <span>{destination.label}</span>
    </Link>
  );
}

function BarTrain({ destination, path }: { readonly destination: Destination; readonly path: string }) {
  const live = useLiveWorkouts()?.[0];
  const target = live ? { ...destination, path: `/train/${live.id}` } : destination;
  return (
    <Link {...linkProps(target, destination.owns.test(path))} className={classNames(styles.barItem, styles.barTrain)}>
      <span className={styles.trainIcon} data-live={live !== undefined || undefined}>
        <destination.icon size={26} aria-hidden="true" />
      </span>
      <span>{live ? <LiveTime started_at={live.started_at} /> : destination.label}</span>
    </Link>
  );
}

function RailItem({ destination, path }: { readonly destination: Destination; readonly path: string }) {
  return (
    <li>
      <Link {...linkProps(destination, destination.owns.test(path))} className={styles.railItem}>
        <destination.icon size={20} aria-hidden="true" />
        {destination.label}
      </Link>
    </li>
  );
}

function RailTrain({ destination, path }: { readonly destination: Destination; readonly path: string }) {
  const live = useLiveWorkouts()?.[0];
  const target = live ? { ...destination, path: `/train/${live.id}` } : destination;
  return (
    <Link {...linkProps(target, destination.owns.test(path))} className={styles.railTrain}>
      <destination.icon size={20} aria-hidden="true" />
      {live ? <LiveTime started_at={live.started_at} /> : destination.label}
    </Link>
  );
}

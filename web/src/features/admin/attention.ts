import type { JobKind, SystemState } from "./queries.ts";

/** Something an administrator should look at; what to say about it is in attention-list.tsx. */
export type Concern =
  | { readonly code: "disk_full"; readonly level: "danger"; readonly free_bytes: number }
  | { readonly code: "disk_filling"; readonly level: "warn"; readonly free_bytes: number }
  | { readonly code: "mail_failed"; readonly level: "danger"; readonly count: number }
  | { readonly code: "mail_stuck"; readonly level: "warn"; readonly count: number; readonly since: string }
  | { readonly code: "mail_to_console"; readonly level: "warn" }
  | { readonly code: "job_given_up"; readonly level: "danger"; readonly kind: string; readonly at: string }
  | { readonly code: "job_failing"; readonly level: "warn"; readonly kind: string; readonly at: string }
  | { readonly code: "locked_out"; readonly level: "warn"; readonly count: number }
  | { readonly code: "no_backup"; readonly level: "warn" }
  | { readonly code: "old_backup"; readonly level: "warn"; readonly made_at: string }
  | { readonly code: "other_version"; readonly level: "warn"; readonly web: string; readonly server: string };

const DISK_FULL_BYTES = 1_000_000_000;
const DISK_FILLING_SHARE = 0.1;
/** A letter is tried within seconds; one that waits this long has been put off several times. */
const MAIL_STUCK_MS = 10 * 60_000;
/** A week of daily backups, and a day for the clock. */
const BACKUP_OLD_MS = 8 * 86_400_000;

/** What needs attention, the worst first. `web_version` is that of the app that shows it. */
export function concernsOf(system: SystemState, web_version: string, now_ms: number): readonly Concern[] {
  const concerns = [
    ...ofDisk(system),
    ...ofMail(system, now_ms),
    ...system.job_kinds.flatMap((job) => ofJobs(job)),
    ...ofBackups(system, now_ms),
  ];
  if (system.locked_out > 0) concerns.push({ code: "locked_out", level: "warn", count: system.locked_out });
  if (system.version !== web_version) {
    concerns.push({ code: "other_version", level: "warn", web: web_version, server: system.version });
  }
  return concerns.toSorted((a, b) => Number(a.level === "warn") - Number(b.level === "warn"));
}

function ofDisk({ storage: { free_bytes, disk_bytes } }: SystemState): Concern[] {
  if (free_bytes < DISK_FULL_BYTES) return [{ code: "disk_full", level: "danger", free_bytes }];
  return free_bytes < disk_bytes * DISK_FILLING_SHARE ? [{ code: "disk_filling", level: "warn", free_bytes }] : [];
}

function ofMail({ mail, users }: SystemState, now_ms: number): Concern[] {
  const concerns: Concern[] = [];
  if (mail.failed > 0) concerns.push({ code: "mail_failed", level: "danger", count: mail.failed });
  const since = mail.oldest_waiting_at;
  if (since !== null && now_ms - Date.parse(since) > MAIL_STUCK_MS) {
    concerns.push({ code: "mail_stuck", level: "warn", count: mail.waiting, since });
  }
  // Alone, the host reads the console; others cannot.
  if (mail.delivery === "console" && users > 1) concerns.push({ code: "mail_to_console", level: "warn" });
  return concerns;
}

function ofJobs(job: JobKind): Concern[] {
  const { kind, failed_at, given_up_at } = job;
  // What becomes of letters is told letter by letter.
  if (kind === "mail.send" || !hasFailed(job) || failed_at === null) return [];
  // A later failure is that of another job, which is tried again.
  if (given_up_at === failed_at) return [{ code: "job_given_up", level: "danger", kind, at: failed_at }];
  return [{ code: "job_failing", level: "warn", kind, at: failed_at }];
}

/** Whether the last job of a kind that ended, or was tried, failed. */
export function hasFailed({ done_at, failed_at }: JobKind): boolean {
  return failed_at !== null && (done_at === null || failed_at > done_at);
}

/** Backups of PostgreSQL are made by its own tools and lie where this program does not look. */
export function seesBackups({ database_version }: SystemState): boolean {
  return database_version.startsWith("SQLite");
}

function ofBackups(system: SystemState, now_ms: number): Concern[] {
  if (!seesBackups(system)) return [];
  const [newest] = system.backups;
  if (!newest) return [{ code: "no_backup", level: "warn" }];
  if (now_ms - Date.parse(newest.made_at) <= BACKUP_OLD_MS) return [];
  return [{ code: "old_backup", level: "warn", made_at: newest.made_at }];
}

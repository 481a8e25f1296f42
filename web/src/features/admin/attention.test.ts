import { describe, expect, it } from "vitest";
import { concernsOf } from "./attention.ts";
import type { JobKind, SystemState } from "./queries.ts";

const NOW = "2026-11-27T12:00:00.000Z";
const NOW_MS = Date.parse(NOW);
const ago = (minutes: number) => new Date(NOW_MS - minutes * 60_000).toISOString();
const DAY = 24 * 60;

const JOB: JobKind = {
  kind: "auth.clean_up",
  waiting: 1,
  running: 0,
  next_run_at: null,
  done_at: ago(60),
  failed_at: null,
  given_up_at: null,
  last_error: null,
};

const WELL: SystemState = {
  version: "1.0.0",
  python: "3.13.0",
  schema_revision: "0007",
  database_version: "SQLite 3.53.4",
  public_url: "https://fit.example.org",
  signup: "invite",
  users: 3,
  accounts: { active: 3, paused: 0, deactivated: 0, leaving: 0, administrators: 1, invitations: 0 },
  mail: { waiting: 0, failed: 0, oldest_waiting_at: null, delivery: "mail", server: "mail.example.org:587" },
  locked_out: 0,
  storage: { database: "sqlite:///x", database_bytes: 1e6, uploads_bytes: 0, free_bytes: 50e9, disk_bytes: 100e9 },
  jobs: [],
  job_kinds: [JOB],
  backups: [{ name: "yesterday.sqlite3", size_bytes: 1e6, made_at: ago(DAY) }],
};

const codes = (changes: Partial<SystemState>) => concernsOf({ ...WELL, ...changes }, "1.0.0", NOW_MS).map(({ code }) => code);

describe("what needs attention", () => {
  it("is nothing when all is well", () => {
    expect(codes({})).toEqual([]);
  });

  it("is a disk that fills up, and worse one that is almost full", () => {
    expect(codes({ storage: { ...WELL.storage, free_bytes: 9e9 } })).toEqual(["disk_filling"]);
    expect(codes({ storage: { ...WELL.storage, free_bytes: 0.9e9 } })).toEqual(["disk_full"]);
  });

  it("is a letter that was given up or waits longer than a few tries take", () => {
    expect(codes({ mail: { ...WELL.mail, failed: 2 } })).toEqual(["mail_failed"]);
    expect(codes({ mail: { ...WELL.mail, waiting: 1, oldest_waiting_at: ago(11) } })).toEqual(["mail_stuck"]);
    expect(codes({ mail: { ...WELL.mail, waiting: 1, oldest_waiting_at: ago(9) } })).toEqual([]);
  });

  it("is a console that prints the links of more people than the host", () => {
    const mail = { ...WELL.mail, delivery: "console", server: null } as const;
    expect(codes({ mail })).toEqual(["mail_to_console"]);
    expect(codes({ mail, users: 1 })).toEqual([]);
  });

  it("is a kind of job that has failed since it last worked", () => {
    const failed_at = ago(5);
    expect(codes({ job_kinds: [{ ...JOB, failed_at }] })).toEqual(["job_failing"]);
    expect(codes({ job_kinds: [{ ...JOB, failed_at, given_up_at: failed_at }] })).toEqual(["job_given_up"]);
    expect(codes({ job_kinds: [{ ...JOB, failed_at, given_up_at: ago(300) }] })).toEqual(["job_failing"]);
    expect(codes({ job_kinds: [{ ...JOB, failed_at, done_at: null }] })).toEqual(["job_failing"]);
    expect(codes({ job_kinds: [{ ...JOB, failed_at: ago(61), given_up_at: ago(61) }] })).toEqual([]);
  });

  it("is not the sending of mail as such: each letter tells for itself", () => {
    expect(codes({ job_kinds: [{ ...JOB, kind: "mail.send", failed_at: ago(5) }] })).toEqual([]);
  });

  it("is a missing or old backup, where backups can be seen", () => {
    expect(codes({ backups: [] })).toEqual(["no_backup"]);
    expect(codes({ backups: [{ name: "x", size_bytes: 1, made_at: ago(9 * DAY) }] })).toEqual(["old_backup"]);
    expect(codes({ backups: [], database_version: "PostgreSQL 16.2" })).toEqual([]);
  });

  it("is an app of another version than the server", () => {
    expect(codes({ version: "1.1.0" })).toEqual(["other_version"]);
  });

  it("has the worst first", () => {
    expect(codes({ locked_out: 1, backups: [], mail: { ...WELL.mail, failed: 1 } })).toEqual([
      "mail_failed",
      "no_backup",
      "locked_out",
    ]);
  });
});

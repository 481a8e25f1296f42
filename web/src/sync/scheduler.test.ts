import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { deleteCurrentDb } from "@/db/current.ts";
import { openDb } from "@/db/open.ts";
import { ok } from "@/lib/result.ts";
import { syncInTurn } from "./engine.ts";
import { requestPush, requestSync } from "./scheduler.ts";

vi.mock("./engine.ts", () => ({ syncInTurn: vi.fn<typeof syncInTurn>() }));

/** Runs that have begun; each ends when its function is called. */
const begun: (() => void)[] = [];

beforeEach(() => {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
  vi.mocked(syncInTurn).mockImplementation(async (_db, done) => {
    await new Promise<void>((end) => begun.push(end));
    done(ok(undefined));
  });
  openDb(`scheduler-${crypto.randomUUID()}`);
});
afterEach(async () => {
  for (const end of begun.splice(0)) end();
  vi.useRealTimers();
  await deleteCurrentDb();
});

describe("requestPush", () => {
  it("runs again for a change whose turn came while another run was on its way, and for every later one", async () => {
    const first = requestSync();
    await vi.waitFor(() => expect(begun).toHaveLength(1));
    requestPush();
    await vi.advanceTimersByTimeAsync(1_000);
    expect(begun).toHaveLength(1);

    begun[0]?.();
    await first;
    await vi.advanceTimersByTimeAsync(1_000);
    expect(begun).toHaveLength(2);
    begun[1]?.();
    await vi.advanceTimersByTimeAsync(1_000);

    requestPush();
    await vi.advanceTimersByTimeAsync(1_000);
    expect(begun).toHaveLength(3);
  });

  it("takes changes that follow at once along in one run", async () => {
    requestPush();
    requestPush();
    requestPush();
    await vi.advanceTimersByTimeAsync(1_000);
    expect(begun).toHaveLength(1);
  });

  it("is not kept waiting by a request made while nobody was signed in", async () => {
    await deleteCurrentDb();
    requestPush();
    await vi.advanceTimersByTimeAsync(1_000);
    expect(begun).toHaveLength(0);

    openDb(`scheduler-${crypto.randomUUID()}`);
    requestPush();
    await vi.advanceTimersByTimeAsync(1_000);
    expect(begun).toHaveLength(1);
  });
});

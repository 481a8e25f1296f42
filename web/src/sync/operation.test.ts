import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { mergeProfile } from "@/db/changes.ts";
import { currentDb, deleteCurrentDb } from "@/db/current.ts";
import { openDb } from "@/db/open.ts";
import { buildFeed, buildProfile } from "@/test-builders.ts";
import { runOperation } from "./operation.ts";
import { syncStatus } from "./status.ts";

let requests: Request[] = [];

function serve(status: number, body: unknown): void {
  vi.stubGlobal("fetch", (request: Request) => {
    const path = new URL(request.url).pathname;
    if (path === "/api/v1/sync") return Promise.resolve(Response.json(buildFeed()));
    if (path === "/api/v1/exercises/library") return Promise.resolve(Response.json({ version: "1", exercises: [] }));
    requests.push(request);
    return Promise.resolve(Response.json(body, { status }));
  });
}

const changeUnit = () =>
  runOperation({ method: "patch", path: "/api/v1/auth/me", init: { body: { weight_unit: "lb" } } }, mergeProfile);

beforeEach(() => {
  requests = [];
  openDb(`operation-${crypto.randomUUID()}`);
});
afterEach(async () => {
  await vi.waitFor(() => expect(syncStatus.get().phase).not.toBe("pulling"));
  vi.unstubAllGlobals();
  await deleteCurrentDb();
});

describe("runOperation", () => {
  it("sends the change with a fresh idempotency key and stores the answered document", async () => {
    serve(200, buildProfile({ weight_unit: "lb" }));
    await currentDb().pages.put({ key: "home", data: {}, fetched_at_ms: 1, stale: false });
    expect(await changeUnit()).toMatchObject({ ok: true });
    await changeUnit();
    const keys = requests.map((request) => request.headers.get("Idempotency-Key"));
    expect(new Set(keys).size).toBe(2);
    expect(requests[0]?.method).toBe("PATCH");
    expect((await currentDb().profile.get("me"))?.weight_unit).toBe("lb");
    expect((await currentDb().pages.get("home"))?.stale).toBe(true);
  });

  it("changes nothing on the device when the server refuses, and gives the reason", async () => {
    serve(422, { code: "request.invalid", detail: "No." });
    const result = await changeUnit();
    expect(result).toMatchObject({ ok: false, error: { code: "request.invalid" } });
    expect(await currentDb().profile.count()).toBe(0);
  });

  it("counts itself as pending only while it runs", async () => {
    serve(200, buildProfile());
    const running = changeUnit();
    expect(syncStatus.get().pending).toBe(1);
    await running;
    expect(syncStatus.get().pending).toBe(0);
  });
});

import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { deleteCurrentDb, findDb } from "@/db/current.ts";
import { buildProfile } from "@/test-builders.ts";
import { expireSession, findSession, followTabs, refreshMe, signOut } from "./session.ts";
import type { TabNews } from "./tabs.ts";

let who = "anna";
const asked: Request[] = [];
/** Another tab of the same browser. */
let tab: BroadcastChannel;
const heard: unknown[] = [];
let stop: () => void;

function say(news: TabNews): void {
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a channel of this origin takes none
  tab.postMessage(news);
}

beforeEach(async () => {
  who = "anna";
  asked.length = 0;
  heard.length = 0;
  vi.stubGlobal("fetch", (request: Request) => {
    asked.push(request);
    return Promise.resolve(new Response(JSON.stringify({ ...buildProfile(), id: who })));
  });
  tab = new BroadcastChannel("fitfolio-session");
  tab.addEventListener("message", ({ data }) => heard.push(data));
  stop = followTabs();
  await refreshMe();
});
afterEach(async () => {
  stop();
  tab.close();
  await deleteCurrentDb();
  vi.unstubAllGlobals();
});

describe("a tab", () => {
  it("tells the others who signs in and out, and asks for whoever it is", async () => {
    expect(asked[0]?.headers.get("X-FitFolio-Account")).toBe("");
    await refreshMe();
    await signOut({ keeps: false });
    await vi.waitFor(() => expect(heard).toContainEqual({ type: "signed_out", user_id: "anna", keeps: false }));
    expect(heard).toContainEqual({ type: "signed_in", user_id: "anna" });
    expect(findDb()).toBeNull();
  });

  it("is signed in again when the same person signs in elsewhere", async () => {
    expireSession();
    say({ type: "signed_in", user_id: "anna" });
    await vi.waitFor(() => expect(findSession()).toEqual({ status: "signed_in", user_id: "anna" }));
  });

  it("signs out with the others, and of nobody else", async () => {
    say({ type: "signed_out", user_id: "bea", keeps: false });
    say({ type: "signed_out", user_id: "anna", keeps: true });
    await vi.waitFor(() => expect(findSession()).toEqual({ status: "signed_out" }));
    expect(findDb()).toBeNull();
  });

  it("keeps what is open for the person it belongs to when somebody else signs in", async () => {
    say({ type: "signed_in", user_id: "bea" });
    await vi.waitFor(() => expect(findSession()).toEqual({ status: "expired", user_id: "anna" }));
    expect(findDb()?.name).toContain("anna");
  });

  it("takes an answer from before it signed out for nobody's", async () => {
    const late = refreshMe();
    await signOut({ keeps: false });
    await late;
    expect(findSession()).toEqual({ status: "signed_out" });
    expect(findDb()).toBeNull();
  });
});

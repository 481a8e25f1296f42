import { describe, expect, it } from "vitest";
import source from "../../../../server/fitfolio/auth/audit.py?raw";
import { actorOf, eventName, eventSentence, extraLines, placeWords } from "./event-text.ts";
import type { AuditEntry } from "./queries.ts";

/** The types as the server knows them. */
function serverTypes(): readonly string[] {
  const set = /EVENT_TYPES = frozenset\(\{(.*?)\}\)/s.exec(source)?.[1] ?? "";
  return [...set.matchAll(/"(\w+)"/g)].map((match) => match[1] ?? "");
}

const ENTRY: AuditEntry = {
  id: "1",
  user_id: "u1",
  actor_id: "u1",
  user_email: "bob@example.org",
  actor_email: "bob@example.org",
  event_type: "logout",
  outcome: "ok",
  created_at: "2026-11-27T12:00:00.000Z",
  ip: "192.0.2.1",
  user_agent: "",
  device: "",
  request_id: "",
  extra: {},
};

describe("events of the log", () => {
  it("all have words of their own", () => {
    const types = serverTypes();
    expect(types.length).toBeGreaterThan(35);
    const names = types.map((type) => eventName(type));
    expect(names.filter((name) => types.includes(name))).toEqual([]);
    expect(new Set(names).size).toBe(names.length);
  });

  it("of a type that is newer than this app have its name", () => {
    expect(eventSentence({ event_type: "teleported", extra: {} })).toBe("teleported");
  });

  it("say what they know", () => {
    const sentence = (event_type: string, extra: AuditEntry["extra"]) => eventSentence({ event_type, extra });
    expect(sentence("user_role_changed", { role: "admin" })).toBe("Was made an administrator");
    expect(sentence("user_role_changed", { role: "user" })).toBe("Is no administrator any more");
    expect(sentence("magic_link_verified_failed", { by: "code" })).toBe("Typed a wrong code");
    expect(sentence("api_token_created", { name: "backup" })).toBe("Made the API token “backup”");
    expect(sentence("sessions_revoked_by_admin", { revoked_count: 2 })).toContain("2");
    expect(sentence("admin_refused", { path: "/api/v1/admin/users" })).toContain("/api/v1/admin/users");
    expect(sentence("admin_refused", { code: "admin.last_admin" })).toContain("last administrator");
  });

  it("fall back to their type's words when they know nothing, or nonsense", () => {
    expect(eventSentence({ event_type: "api_token_created", extra: { name: 7 } })).toBe(eventName("api_token_created"));
    expect(eventSentence({ event_type: "invitation_created", extra: { role: "user" } })).toBe(eventName("invitation_created"));
  });

  it("name who acted only where that is somebody else", () => {
    expect(actorOf(ENTRY)).toBeNull();
    expect(actorOf({ ...ENTRY, actor_id: null })).toBeNull();
    expect(actorOf({ ...ENTRY, actor_id: "u2", actor_email: "ada@example.org" })).toBe("ada@example.org");
    expect(actorOf({ ...ENTRY, actor_id: "u2", actor_email: null })).toBe("u2");
  });

  it("call the host's terminal by its name", () => {
    expect([placeWords("command line"), placeWords("192.0.2.1"), placeWords("")]).toEqual(["Command line", "192.0.2.1", ""]);
  });

  it("show the rest of what they say as text", () => {
    expect(extraLines({ name: "x", scopes: ["read"], invitation_id: null, count: 2, empty: "" })).toEqual([
      ["name", "x"],
      ["scopes", '["read"]'],
      ["count", "2"],
    ]);
  });
});

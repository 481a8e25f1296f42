import { describe, expect, it } from "vitest";
import type { Share } from "./queries.ts";
import { endOf, stateOf, type Span } from "./share-state.ts";

const NOW_MS = Date.parse("2026-11-27T12:00:00.000Z");

function buildShare(overrides: Partial<Share> = {}): Share {
  return {
    id: "s1",
    kind: "program",
    program_id: "p1",
    template_id: null,
    program_version_id: null,
    title: "Fives",
    token: "abc",
    url: "https://fit.example.org/p/abc",
    author_name: null,
    on_shelf: false,
    is_open: true,
    created_at: "2026-11-01T12:00:00.000Z",
    expires_at: null,
    revoked_at: null,
    ...overrides,
  };
}

describe("stateOf", () => {
  it("is open until it ends", () => {
    expect(stateOf(buildShare(), NOW_MS)).toBe("open");
    expect(stateOf(buildShare({ expires_at: "2026-11-27T12:00:01.000Z" }), NOW_MS)).toBe("open");
  });

  it("is expired by the clock even where the list is older", () => {
    expect(stateOf(buildShare({ expires_at: "2026-11-27T12:00:00.000Z" }), NOW_MS)).toBe("expired");
  });

  it("is revoked before anything else, and closed when what it showed is gone", () => {
    expect(stateOf(buildShare({ revoked_at: "2026-11-02T12:00:00.000Z", expires_at: "2026-11-03T12:00:00.000Z" }), NOW_MS)).toBe(
      "revoked",
    );
    expect(stateOf(buildShare({ is_open: false }), NOW_MS)).toBe("closed");
  });
});

describe("endOf", () => {
  const end = (span: Span) => endOf({ span, last_day: "2026-12-24", time_zone: "Europe/Berlin" }, NOW_MS);

  it("counts whole days from now, and has no end when none is wanted", () => {
    expect(end("never")).toBeNull();
    expect(end("week")).toBe("2026-12-04T12:00:00.000Z");
    expect(end("year")).toBe("2027-11-27T12:00:00.000Z");
  });

  it("is the last minute of a day that was chosen, where the lifter is", () => {
    expect(Date.parse(end("day") ?? "")).toBe(Date.parse("2026-12-24T22:59:00.000Z"));
  });
});

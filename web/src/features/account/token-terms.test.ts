import { describe, expect, it } from "vitest";
import { curlExample, isEnded, scopeGap, tokenEnd } from "./token-terms.ts";

const NOW = Date.parse("2026-11-27T12:00:00Z");

describe("a token's end", () => {
  it("lies the chosen days ahead, or never comes", () => {
    expect(tokenEnd("month", NOW)).toBe("2026-12-27T12:00:00.000Z");
    expect(tokenEnd("year", NOW)).toBe("2027-11-27T12:00:00.000Z");
    expect(tokenEnd("never", NOW)).toBeNull();
  });

  it("has come from its very moment on", () => {
    expect(isEnded({ expires_at: "2026-11-27T12:00:00.000Z" }, NOW)).toBe(true);
    expect(isEnded({ expires_at: "2026-11-27T12:00:00.001Z" }, NOW)).toBe(false);
    expect(isEnded({ expires_at: null }, NOW)).toBe(false);
  });
});

describe("scopeGap", () => {
  it("refuses nothing at all, and administration without reading or writing", () => {
    expect(scopeGap([])).toBe("empty");
    expect(scopeGap(["admin"])).toBe("admin_alone");
    expect(scopeGap(["admin", "read"])).toBe("none");
    expect(scopeGap(["write"])).toBe("none");
  });
});

describe("curlExample", () => {
  it("reads where it may, and else changes nothing", () => {
    expect(curlExample(["read", "write"], "https://gym.example.org", "ffp_x")).toBe(
      'curl -H "Authorization: Bearer ffp_x" "https://gym.example.org/api/v1/workouts?limit=5"',
    );
    expect(curlExample(["write"], "https://gym.example.org", "ffp_x")).toContain('-d "{}"');
  });
});

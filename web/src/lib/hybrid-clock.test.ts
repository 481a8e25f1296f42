import { describe, expect, it } from "vitest";
import { NEW_CLOCK, observe, tick } from "./hybrid-clock.ts";

const NOON = Date.parse("2026-11-20T12:00:00Z");
const DAY_MS = 86_400_000;

describe("the hybrid clock", () => {
  it("counts milliseconds in steps of 1024", () => {
    expect(tick(NEW_CLOCK, NOON).last_stamp).toBe(NOON * 1024);
  });

  it("counts on inside a millisecond and when the device's clock goes back", () => {
    const first = tick(NEW_CLOCK, NOON);
    expect(tick(first, NOON).last_stamp).toBe(NOON * 1024 + 1);
    expect(tick(first, NOON - DAY_MS).last_stamp).toBe(NOON * 1024 + 1);
  });

  it("gives several stamps at once", () => {
    expect(tick(NEW_CLOCK, NOON, 3).last_stamp).toBe(NOON * 1024 + 2);
  });

  it("follows the server's time on a device whose clock is a day off", () => {
    const clock = observe(NEW_CLOCK, NOON, NOON - DAY_MS - 40, NOON - DAY_MS + 40);
    expect(clock.offset_ms).toBe(DAY_MS);
    const later = tick(clock, NOON - DAY_MS + 1000);
    expect(later.last_stamp).toBe((NOON + 1000) * 1024);
  });

  it("stays an exact integer for the next two centuries", () => {
    expect(Number.isSafeInteger(tick(NEW_CLOCK, Date.parse("2200-01-01T00:00:00Z")).last_stamp)).toBe(true);
  });
});

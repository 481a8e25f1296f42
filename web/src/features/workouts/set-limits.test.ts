import { expect, test } from "vitest";
import { limitsOf, refuse, refuseTimes } from "./set-limits.ts";

const sentence = (found: ReturnType<typeof refuse>) => found?.message ?? null;

test("impossible values are refused with a sentence", () => {
  expect(sentence(refuse("weight", -5, "weight_reps"))).toBe("A weight cannot be below 0.");
  expect(sentence(refuse("reps", 10_000, "weight_reps"))).toBe("A set has at most 2,000 reps.");
  expect(sentence(refuse("rpe", 11, "weight_reps"))).toBe("RPE goes from 1 to 10.");
  expect(sentence(refuse("weight", 6250, "weight_reps"))).toMatch(/separator/);
  expect(sentence(refuse("duration_s", 90_000, "duration"))).toMatch(/24 hours/);
  expect(sentence(refuse("rir", 25, "weight_reps"))).toMatch(/0 to 20/);
  expect(sentence(refuse("distance", -1, "distance_duration"))).toMatch(/below 0/);
});

test("a bodyweight exercise may be made lighter, within reason", () => {
  expect(refuse("weight", -20, "bodyweight_reps")).toBeNull();
  expect(sentence(refuse("weight", -501, "bodyweight_reps"))).not.toBeNull();
  expect(limitsOf("weight", "weight_reps").min).toBe(0);
});

test("possible values pass", () => {
  expect(refuse("weight", 0, "weight_reps")).toBeNull();
  expect(refuse("reps", 2000, "weight_reps")).toBeNull();
  expect(refuse("rpe", 7.5, "weight_reps")).toBeNull();
});

test("a workout in 1900 or 2200, or one that ends before it starts, is refused", () => {
  const now_ms = Date.parse("2026-11-22T12:00:00Z");
  const times = (start: string, end: string | null) => sentence(refuseTimes(start, end, now_ms));
  expect(times("1900-01-01T10:00:00.000Z", null)).toBe("A workout cannot be older than 1950.");
  expect(times("2200-01-01T10:00:00.000Z", null)).toBe("A workout cannot lie in the future.");
  expect(times("nonsense", null)).not.toBeNull();
  expect(times("2026-11-20T10:00:00.000Z", "2026-11-20T09:00:00.000Z")).toBe("A workout cannot end before it starts.");
  expect(times("2026-11-20T10:00:00.000Z", "2026-11-22T09:00:00.000Z")).toMatch(/24 hours/);
  expect(times("2026-11-20T10:00:00.000Z", "2026-11-20T11:00:00.000Z")).toBeNull();
  expect(times("2026-11-20T10:00:00.000Z", null)).toBeNull();
});

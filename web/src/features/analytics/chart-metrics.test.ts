import { describe, expect, it } from "vitest";
import { i18n } from "@lingui/core";
import { makeFormat } from "@/features/auth/use-format.ts";
import { bestTop, metricsOf, setsPerWeek, volumeKind } from "./chart-metrics.ts";
import type { TrendDay, TrendSummary } from "./local-exercise-history.ts";
import { trendSentence } from "./trend-sentence.ts";

function buildDay(overrides: Partial<TrendDay> = {}): TrendDay {
  return {
    local_date: "2026-11-02",
    e1rm_kg: 120,
    level_kg: 119,
    low_kg: 114,
    high_kg: 124,
    top_load_kg: 100,
    top_reps: 5,
    workout_id: "w",
    tonnage_kg: 2000,
    reps: 20,
    sets: 4,
    hard_sets: 3,
    duration_s: 0,
    distance_m: 0,
    ...overrides,
  };
}

describe("charts of an exercise", () => {
  it("offer an estimate only where there is one", () => {
    expect(metricsOf([buildDay()])).toEqual(["e1rm", "top", "volume", "sets"]);
    expect(metricsOf([buildDay({ e1rm_kg: null, top_load_kg: null, top_reps: null })])).toEqual(["volume", "sets"]);
  });
  it("count volume in what the exercise has", () => {
    expect(volumeKind("bodyweight_reps", [buildDay({ tonnage_kg: 0 })])).toBe("reps");
    expect(volumeKind("bodyweight_reps", [buildDay({ tonnage_kg: 100 })])).toBe("tonnage");
    expect(volumeKind("duration", [buildDay({ tonnage_kg: 0 })])).toBe("duration");
    expect(volumeKind("distance_duration", [buildDay({ tonnage_kg: 0 })])).toBe("distance");
  });
  it("add sets by week and keep empty weeks", () => {
    const days = [
      buildDay({ local_date: "2026-11-02" }),
      buildDay({ local_date: "2026-11-08" }),
      buildDay({ local_date: "2026-11-17" }),
    ];
    expect(setsPerWeek(days, 1)).toEqual([
      { date: "2026-11-02", hard_sets: 6 },
      { date: "2026-11-09", hard_sets: 0 },
      { date: "2026-11-16", hard_sets: 3 },
    ]);
  });
  it("begin weeks on the person's day", () => {
    expect(setsPerWeek([buildDay({ local_date: "2026-11-08" })], 7)).toEqual([{ date: "2026-11-08", hard_sets: 3 }]);
  });
  it("find the first of equally heavy days", () => {
    const days = [buildDay({ top_load_kg: 90 }), buildDay({ local_date: "2026-11-04" }), buildDay({ local_date: "2026-11-06" })];
    expect(bestTop(days)?.local_date).toBe("2026-11-04");
  });
});

describe("the sentence above a trend", () => {
  const format = makeFormat("en-GB", {
    weight_unit: "kg",
    length_unit: "cm",
    distance_unit: "km",
    time_zone: "UTC",
    week_start: 1,
    now_ms: 0,
  });
  const summary: TrendSummary = {
    verdict: "rising",
    now_kg: 134.6,
    low_kg: 128.2,
    high_kg: 141.1,
    change_kg: 6.5,
    change_low_kg: 2,
    change_high_kg: 11,
    weeks: 12,
  };
  const say = (change: Partial<TrendSummary>) =>
    trendSentence({ summary: { ...summary, ...change }, name: "Squat", unit: "kg" }, i18n, format);
  // The test catalogue is empty, so the values of the message are looked at instead of its words.
  it("differs by verdict", () => {
    const all = (["rising", "plateau", "unclear", "too_early"] as const).map((verdict) => say({ verdict }));
    expect(new Set(all).size).toBe(4);
  });
  it("says that it is too early when there is no interval", () => {
    expect(say({ low_kg: null })).toBe(say({ verdict: "too_early" }));
  });
});

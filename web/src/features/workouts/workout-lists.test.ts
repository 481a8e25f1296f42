import { describe, expect, it } from "vitest";
import { groupByMonth } from "./history-months.ts";
import { numberSets } from "@/features/programs/set-kinds.ts";
import { groupSupersets } from "./superset-groups.ts";
import { heatScale } from "./use-training-days.ts";
import { fromWallClock, toWallClock } from "./zoned-time.ts";

describe("grouping", () => {
  it("puts neighbours of one month together", () => {
    const months = groupByMonth(["2026-11-20", "2026-11-01", "2026-10-31"], (date) => date);
    expect(months.map(({ key, items }) => [key, items.length])).toEqual([
      ["2026-11", 2],
      ["2026-10", 1],
    ]);
  });
  it("letters supersets of neighbours and leaves lone numbers alone", () => {
    const groups = groupSupersets([
      { superset: 1 },
      { superset: 1 },
      { superset: null },
      { superset: 2 },
      { superset: 3 },
      { superset: 3 },
    ]);
    expect(groups.map((group) => [group.letter, group.entries.length])).toEqual([
      ["A", 2],
      [null, 1],
      [null, 1],
      ["B", 2],
    ]);
  });
  it("numbers working sets only", () => {
    expect(numberSets([{ kind: "warm_up" }, { kind: "working" }, { kind: "drop" }, { kind: "working" }])).toEqual([
      null,
      1,
      null,
      2,
    ]);
  });
  it("shades a day among the person's own days", () => {
    const days = new Map([5, 10, 15, 20].map((hard_sets, index) => [`2026-11-0${index + 1}`, { workout_ids: ["w"], hard_sets }]));
    const levelOf = heatScale(days);
    expect([...days.keys()].map(levelOf)).toEqual([1, 2, 3, 4]);
    expect(levelOf("2026-12-01")).toBe(0);
  });
});

describe("wall-clock times in a zone", () => {
  it("come back as they went", () => {
    expect(toWallClock("2026-11-20T17:00:00.000Z", "Europe/Berlin")).toEqual({ date: "2026-11-20", time: "18:00" });
    expect(fromWallClock({ date: "2026-11-20", time: "18:00" }, "Europe/Berlin")).toBe("2026-11-20T17:00:00.000Z");
  });
  it("know summer time and zones west of Greenwich", () => {
    expect(fromWallClock({ date: "2026-07-01", time: "00:30" }, "Europe/Berlin")).toBe("2026-06-30T22:30:00.000Z");
    expect(fromWallClock({ date: "2026-07-01", time: "23:30" }, "America/New_York")).toBe("2026-07-02T03:30:00.000Z");
  });
  it("refuse what is no time", () => {
    expect(fromWallClock({ date: "", time: "18:00" }, "Europe/Berlin")).toBeNull();
  });
});

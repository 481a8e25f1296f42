import { describe, expect, it } from "vitest";
import { addDays, daysBetween, localDate } from "./clock.ts";
import { formatDate, formatDaysAgo, formatDuration, formatHours, formatNumber, formatSigned } from "./format.ts";

describe("numbers", () => {
  it("drop trailing zeros and use the locale's separators", () => {
    expect(formatNumber("en", 62.5)).toBe("62.5");
    expect(formatNumber("de", 62.5)).toBe("62,5");
    expect(formatNumber("en", 12_450)).toBe("12,450");
    expect(formatNumber("en", 100)).toBe("100");
  });

  it("show a change with a real sign, and none for zero", () => {
    expect(formatSigned("en", 2.5)).toBe("+2.5");
    expect(formatSigned("en", -2.5)).toBe("\u22122.5");
    expect(formatSigned("en", 0)).toBe("0");
  });
});

describe("days", () => {
  it("are shown as they are, whatever zone the device is in", () => {
    expect(formatDate("en-GB", "2026-03-01", "day_year")).toBe("1 Mar 2026");
    expect(formatDate("de", "2026-03-01", "month")).toBe("März 2026");
  });

  it("belong to the zone of the person, not of the device", () => {
    const late_ms = Date.parse("2026-03-28T23:30:00Z");
    expect(localDate(late_ms, "Europe/Berlin")).toBe("2026-03-29");
    expect(localDate(late_ms, "America/New_York")).toBe("2026-03-28");
  });

  it("are counted across a change of summer time", () => {
    expect(daysBetween("2026-03-28", "2026-03-30")).toBe(2);
    expect(addDays("2026-03-28", 2)).toBe("2026-03-30");
    expect(addDays("2026-01-01", -1)).toBe("2025-12-31");
  });

  it("have a distance in words", () => {
    expect(formatDaysAgo("en", 0)).toBe("today");
    expect(formatDaysAgo("en", 1)).toBe("yesterday");
    expect(formatDaysAgo("de", 3)).toBe("vor 3 Tagen");
    expect(formatDaysAgo("en", 21)).toBe("3 weeks ago");
    expect(formatDaysAgo("en", 400)).toBe("13 months ago");
  });
});

describe("durations", () => {
  it("show hours only from one hour on", () => {
    expect(formatDuration(45)).toBe("0:45");
    expect(formatDuration(725)).toBe("12:05");
    expect(formatDuration(3723)).toBe("1:02:03");
    expect(formatDuration(-1)).toBe("0:00");
  });

  it("are told in hours and minutes", () => {
    expect(formatHours("en", 3900)).toBe("1 hr 5 min");
    expect(formatHours("en", 7200)).toBe("2 hr");
    expect(formatHours("en", 20)).toBe("0 min");
  });
});

import { describe, expect, it } from "vitest";
import { auditHref, filtersOf, paramsOf, startOfDay, startOfNextDay } from "./audit-filters.ts";

describe("filters of the log", () => {
  it("are read from an address and written to one without a difference", () => {
    const query = "event_type=logout&outcome=failed&email=ada%40example.org&ip=192.0.2.&from=2026-03-28&to=2026-03-29";
    expect(paramsOf(filtersOf(new URLSearchParams(query))).toString()).toBe(query);
    expect(auditHref({ email: "ada+x@example.org" })).toBe("/admin/audit?email=ada%2Bx%40example.org");
  });

  it("leave out what is no outcome and no day", () => {
    expect(paramsOf(filtersOf(new URLSearchParams("outcome=maybe&from=yesterday&to=2026-3-1"))).size).toBe(0);
  });

  it("include both days, in the person's zone, also when a day has 23 hours", () => {
    expect(startOfDay("2026-03-29", "Europe/Berlin")).toBe("2026-03-28T23:00:00.000Z");
    expect(startOfNextDay("2026-03-29", "Europe/Berlin")).toBe("2026-03-29T22:00:00.000Z");
    expect([startOfDay("", "UTC"), startOfNextDay("", "UTC")]).toEqual([null, null]);
  });
});

import { screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { describe, expect, it, vi } from "vitest";
import { renderInApp } from "@/test-render.tsx";
import { columnOf, MonthGrid } from "./month-grid.tsx";

function renderMonth(month: string, week_start: number, onDay = vi.fn<(date: string) => void>()) {
  renderInApp(
    <MonthGrid
      month={month}
      locale="en"
      week_start={week_start}
      today={`${month}-15`}
      levelOf={() => 0}
      dayLabel={(date) => date}
      onDay={onDay}
    />,
  );
  return onDay;
}

describe("MonthGrid", () => {
  it("has one button per day of the month, also in a leap year", () => {
    renderMonth("2024-02", 1);
    expect(screen.getAllByRole("button")).toHaveLength(29);
  });

  it("begins the week where the person does", () => {
    // 1 November 2026 is a Sunday.
    expect(columnOf("2026-11-01", 1)).toBe(6);
    expect(columnOf("2026-11-01", 7)).toBe(0);
    renderMonth("2026-11", 7);
    expect(screen.getAllByRole("columnheader").map((cell) => cell.textContent)).toEqual(["Su", "Mo", "Tu", "We", "Th", "Fr", "Sa"]);
  });

  it("is one tab stop, and arrow keys move by day and week inside the month", async () => {
    const onDay = renderMonth("2026-11", 1);
    await userEvent.tab();
    expect(document.activeElement?.getAttribute("aria-label")).toBe("2026-11-15");
    await userEvent.keyboard("{ArrowDown}{ArrowRight}{Enter}");
    expect(onDay).toHaveBeenCalledWith("2026-11-23");
    await userEvent.keyboard("{ArrowDown}{ArrowDown}");
    expect(document.activeElement?.getAttribute("aria-label")).toBe("2026-11-30");
  });
});

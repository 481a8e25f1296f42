import { screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { describe, expect, it, vi } from "vitest";
import { renderInApp } from "@/test-render.tsx";
import { Chart } from "./chart.tsx";
import { plotRows, toSeconds } from "./chart-options.ts";

// The picture needs a canvas, which this environment has not; what surrounds it is proven here.
vi.mock("./chart-plot.tsx", () => ({ ChartPlot: () => null }));

const DATES = ["2026-09-01", "2026-10-01", "2026-11-01"];
const LINE = { label: "e1RM", values: [100, null, 107.5], band: { low: [95, null, 102], high: [105, null, 113] } };

function renderChart() {
  renderInApp(
    <Chart
      title="Estimated 1RM"
      summary="Up 7.5 kg in 9 weeks"
      dates={DATES}
      series={[LINE]}
      locale="en"
      formatValue={(value) => `${value} kg`}
      formatDate={(date) => date}
      hrefOf={(index) => (index === 0 ? "/workouts/1" : null)}
    />,
  );
}

describe("Chart", () => {
  it("is a picture that says what it shows", () => {
    renderChart();
    expect(screen.getByRole("img", { name: "Estimated 1RM. Up 7.5 kg in 9 weeks" })).toBeTruthy();
  });

  it("has a cursor for the keyboard that reads each value, gaps too, and leads to its origin", async () => {
    renderChart();
    const cursor = screen.getByRole("slider");
    expect(cursor.getAttribute("aria-valuetext")).toBe("2026-11-01: 107.5 kg");
    cursor.focus();
    await userEvent.keyboard("{ArrowLeft}");
    expect(cursor.getAttribute("aria-valuetext")).toBe("2026-10-01: –");
    await userEvent.keyboard("{Home}");
    expect(cursor.getAttribute("aria-valuetext")).toBe("2026-09-01: 100 kg");
    expect(screen.getByRole("link").getAttribute("href")).toBe("/workouts/1");
  });

  it("shows the same values as a table, newest first, with the likely range", async () => {
    renderChart();
    await userEvent.click(screen.getByRole("button", { name: "Show as table" }));
    const rows = within(screen.getByRole("table", { name: "Estimated 1RM" })).getAllByRole("row");
    expect(rows.map((row) => [...row.children].map((cell) => cell.textContent))).toEqual([
      ["Date", "e1RM", "Likely range"],
      ["2026-11-01", "107.5 kg", "102 kg – 113 kg"],
      ["2026-10-01", "–", "– – –"],
      ["2026-09-01", "100 kg", "95 kg – 105 kg"],
    ]);
  });

  it("hands the drawing its columns: time, line, upper and lower edge", () => {
    expect(plotRows(DATES, [LINE])).toEqual([DATES.map(toSeconds), LINE.values, LINE.band.high, LINE.band.low]);
  });
});

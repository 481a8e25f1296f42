import { act, fireEvent, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { useState } from "react";
import { describe, expect, it, vi } from "vitest";
import { renderInApp } from "@/test-render.tsx";
import { NumberField } from "./number-field.tsx";

const seen: (number | null)[] = [];

function Weight({ start = 60 as number | null, step = 2.5, min = 0, max = 500, digits = 2 }) {
  const [value, setValue] = useState<number | null>(start);
  return (
    <NumberField
      label="Weight"
      unit="kg"
      value={value}
      step={step}
      min={min}
      max={max}
      digits={digits}
      onValue={(next) => {
        seen.push(next);
        setValue(next);
      }}
    />
  );
}

const field = () => screen.getByRole<HTMLInputElement>("textbox");

describe("NumberField", () => {
  it("reads a typed comma as a decimal separator", async () => {
    renderInApp(<Weight />);
    await userEvent.clear(field());
    await userEvent.type(field(), "62,5");
    expect(field().value).toBe("62,5");
    await userEvent.tab();
    expect(field().value).toBe("62.5");
  });

  it("steps by its buttons and by the arrow keys, within its limits", async () => {
    renderInApp(<Weight start={2.5} />);
    await userEvent.click(screen.getByRole("button", { name: "Increase" }));
    expect(field().value).toBe("5");
    field().focus();
    await userEvent.keyboard("{ArrowDown}{ArrowDown}{ArrowDown}");
    expect(field().value).toBe("0");
    expect(screen.getByRole<HTMLButtonElement>("button", { name: "Decrease" }).disabled).toBe(true);
  });

  it("repeats while a button is held, and counts the closing click once", () => {
    vi.useFakeTimers();
    renderInApp(<Weight start={10} step={1} />);
    const more = screen.getByRole("button", { name: "Increase" });
    fireEvent.pointerDown(more);
    act(() => {
      vi.advanceTimersByTime(400);
    });
    act(() => {
      vi.advanceTimersByTime(160);
    });
    fireEvent.pointerUp(more);
    fireEvent.click(more);
    vi.useRealTimers();
    expect(field().value).toBe("12");
  });

  it("becomes empty when it is cleared, and says when it is no number", async () => {
    renderInApp(<Weight />);
    seen.length = 0;
    await userEvent.clear(field());
    expect(seen).toEqual([null]);
    await userEvent.type(field(), "abc");
    expect(field().getAttribute("aria-invalid")).toBe("true");
    await userEvent.tab();
    expect(field().value).toBe("");
  });

  it("opens a pad without a separator for whole numbers, and never a full keyboard", () => {
    renderInApp(<Weight digits={0} />);
    expect(field().inputMode).toBe("numeric");
  });
});

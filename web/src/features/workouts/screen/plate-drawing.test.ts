import { expect, test } from "vitest";
import { toKg } from "@/training/units.ts";
import { drawPlates } from "./plate-drawing.ts";

const draw = (...plates: readonly [number, "kg" | "lb", number][]) =>
  drawPlates(
    plates.map(([weight, unit, pieces]) => ({ weight, unit, pieces })),
    (plate) => toKg(plate.weight, plate.unit),
  );

test("every piece is drawn once, side by side from the collar outwards", () => {
  const { pieces, width } = draw([20, "kg", 2], [5, "kg", 1]);
  expect(pieces.map(({ text, tone }) => [text, tone])).toEqual([
    ["20", "blue"],
    ["20", "blue"],
    ["5", "white"],
  ]);
  for (const [index, piece] of pieces.entries()) {
    const next = pieces[index + 1];
    if (next) expect(piece.x + piece.width).toBeLessThan(next.x);
    else expect(piece.x + piece.width).toBeLessThan(width);
  }
});

test("pounds look like the kilograms next to them", () => {
  expect(draw([45, "lb", 1], [25, "lb", 1], [2.5, "lb", 1]).pieces.map(({ tone }) => tone)).toEqual(["blue", "green", "grey"]);
});

test("a long row of plates makes the sleeve longer instead of leaving the picture", () => {
  const { pieces, sleeve } = draw([25, "kg", 9]);
  expect((pieces.at(-1)?.x ?? 0) + 24).toBeLessThan(sleeve.x + sleeve.width);
});

test("an empty bar is a bar", () => {
  expect(draw().pieces).toEqual([]);
});

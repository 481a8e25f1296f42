import { expect, test } from "vitest";
import { digitsOfDuration, durationFromDigits } from "./fields.ts";

test("times are typed as they are read, from the right", () => {
  expect(durationFromDigits(45)).toBe(45);
  expect(durationFromDigits(90)).toBe(90);
  expect(durationFromDigits(130)).toBe(90);
  expect(durationFromDigits(10_203)).toBe(3723);
  expect(durationFromDigits(100_000)).toBe(36_000);
});

test("a time shows the digits that would be typed for it", () => {
  expect(digitsOfDuration(45)).toBe(45);
  expect(digitsOfDuration(90)).toBe(130);
  expect(digitsOfDuration(3723)).toBe(10_203);
});

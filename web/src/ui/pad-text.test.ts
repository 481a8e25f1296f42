import { expect, test } from "vitest";
import { padValue, pressKey, startPad, type PadKey, type PadText } from "./pad-text.ts";

const WEIGHT = { digits: 2, negative: false };
const type = (start: PadText, keys: readonly PadKey[], limits = WEIGHT) =>
  keys.reduce((pad, key) => pressKey(pad, key, limits), start);

test("the first digit replaces what was there, as if it were selected", () => {
  expect(type(startPad(87.5), ["9", "0"])).toEqual({ text: "90", fresh: false });
});

test("backspace clears the old number at once and later takes one digit", () => {
  expect(type(startPad(87.5), ["back"]).text).toBe("");
  expect(type(startPad(null), ["9", "0", "back"]).text).toBe("9");
});

test("one separator, and no more decimals than the number has", () => {
  expect(type(startPad(null), ["6", "2", "separator", "separator", "5", "2", "9"]).text).toBe("62.52");
  expect(type(startPad(null), ["separator", "5"]).text).toBe("0.5");
  expect(type(startPad(null), ["8", "separator", "5"], { digits: 0, negative: false }).text).toBe("85");
});

test("a sign only where a number may be negative, and it keeps the number", () => {
  expect(type(startPad(20), ["sign"], { digits: 2, negative: true })).toEqual({ text: "-20", fresh: true });
  expect(type(startPad(-20), ["sign"], { digits: 2, negative: true }).text).toBe("20");
  expect(type(startPad(20), ["sign"]).text).toBe("20");
  expect(type(startPad(null), ["sign"], { digits: 2, negative: true }).text).toBe("");
});

test("leading zeros and endless numbers cannot be typed", () => {
  expect(type(startPad(null), ["0", "0", "7"]).text).toBe("7");
  expect(
    type(
      startPad(null),
      Array.from({ length: 20 }, () => "9" as const),
    ).text,
  ).toBe("99999999");
});

test("the value so far is a number or nothing", () => {
  expect(padValue({ text: "", fresh: false })).toBeNull();
  expect(padValue({ text: "62.", fresh: false })).toBe(62);
  expect(padValue({ text: "-62.5", fresh: false })).toBe(-62.5);
});

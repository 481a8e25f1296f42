import { expect, test } from "vitest";
import { beginHistory, edited, redone, undone, type EditHistory } from "./edit-history.ts";

const must = (found: EditHistory | null): EditHistory => {
  if (!found) throw new Error("there is no such step");
  return found;
};

test("edits are taken back one by one and come again, until another edit takes another way", () => {
  const history = edited(edited(beginHistory("a"), "a", "b"), "b", "c");
  const once = must(undone(history, "c"));
  const twice = must(undone(once, "b"));
  expect([once.last, twice.last]).toEqual(["b", "a"]);
  expect(undone(twice, "a")).toBeNull();
  const again = must(redone(twice, "a"));
  expect([again.last, must(redone(again, "b")).last]).toEqual(["b", "c"]);
  expect(redone(edited(once, "b", "d"), "d")).toBeNull();
});

test("what was typed between two edits is one step of its own", () => {
  const typed = edited(beginHistory("a"), "a", "b");
  const back = must(undone(typed, "b, typed on"));
  expect(back.last).toBe("b");
  expect(must(redone(back, "b")).last).toBe("b, typed on");
  expect(redone(back, "b, typed on")).toBeNull();
  const after = edited(typed, "b, typed on", "c");
  expect(after.past).toEqual(["a", "b", "b, typed on"]);
});

test("a long evening of edits keeps the last two hundred", () => {
  let history = beginHistory("0");
  for (let edit = 1; edit <= 300; edit += 1) history = edited(history, String(edit - 1), String(edit));
  expect(history.past).toHaveLength(200);
  expect(must(undone(history, "300")).last).toBe("299");
});

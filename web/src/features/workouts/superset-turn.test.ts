import { expect, test } from "vitest";
import { nextExercise, nextTurn, supersetOf } from "./superset-turn.ts";

/** "x" is a done set, "." one that is not. */
const entry = (id: string, superset: number | null, sets: string) => ({
  id,
  superset,
  sets: sets.split("").map((mark, index) => ({ id: `${id}${index}`, completed: mark === "x" })),
});

test("an exercise on its own goes on with its next set after a rest", () => {
  expect(nextTurn([entry("a", null, "x.."), entry("b", null, "...")], "a")).toEqual({ entry_id: "a", set_id: "a1", rests: true });
});

test("between the members of a superset there is no rest", () => {
  const entries = [entry("a", 1, "x.."), entry("b", 1, "...")];
  expect(nextTurn(entries, "a")).toEqual({ entry_id: "b", set_id: "b0", rests: false });
});

test("after the round there is rest, and the first member is next", () => {
  const entries = [entry("a", 1, "x.."), entry("b", 1, "x..")];
  expect(nextTurn(entries, "b")).toEqual({ entry_id: "a", set_id: "a1", rests: true });
});

test("a member that is done is passed over", () => {
  const entries = [entry("a", 1, "x."), entry("b", 1, "xx"), entry("c", 1, "..")];
  expect(nextTurn(entries, "a")).toEqual({ entry_id: "c", set_id: "c0", rests: false });
  expect(nextTurn([entry("a", 1, "x."), entry("b", 1, "xx")], "a")).toEqual({ entry_id: "a", set_id: "a1", rests: true });
});

test("when nothing is left the turn stays where it is", () => {
  expect(nextTurn([entry("a", 1, "x"), entry("b", 1, "x")], "b")).toEqual({ entry_id: "b", set_id: null, rests: true });
});

test("only neighbours with the same number are a superset", () => {
  const entries = [entry("a", 1, "."), entry("b", 1, "."), entry("c", null, "."), entry("d", 1, ".")];
  expect(supersetOf(entries, "a").map((one) => one.id)).toEqual(["a", "b"]);
  expect(supersetOf(entries, "d").map((one) => one.id)).toEqual(["d"]);
  expect(supersetOf(entries, "gone")).toEqual([]);
});

test("the next exercise is the first one with something to do, after this one's superset and then from the start", () => {
  const entries = [entry("a", null, "."), entry("b", 1, "xx"), entry("c", 1, "x"), entry("d", null, "x"), entry("e", null, "")];
  expect(nextExercise(entries, "b")?.id).toBe("e");
  expect(nextExercise(entries.slice(0, 4), "b")?.id).toBe("a");
  expect(nextExercise(entries.slice(1, 4), "b")).toBeNull();
});

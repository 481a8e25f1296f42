import { afterEach, describe, expect, it } from "vitest";
import { toWorkoutRow } from "./changes.ts";
import { closeDb, currentDb, deleteCurrentDb, findDb } from "./current.ts";
import { openDb } from "./open.ts";
import { buildWorkout } from "@/test-builders.ts";

afterEach(() => deleteCurrentDb());

describe("the local database", () => {
  it("is one per account", async () => {
    await openDb("anna").workouts.put(toWorkoutRow(buildWorkout()));
    expect(await openDb("bernd").workouts.count()).toBe(0);
    expect(await openDb("anna").workouts.count()).toBe(1);
    await deleteCurrentDb();
    openDb("bernd");
  });

  it("opens once however often it is asked for", () => {
    expect(openDb("anna")).toBe(openDb("anna"));
  });

  it("is gone after it was deleted, and kept when it was only closed", async () => {
    await openDb("anna").workouts.put(toWorkoutRow(buildWorkout()));
    closeDb();
    expect(findDb()).toBeNull();
    expect(await openDb("anna").workouts.count()).toBe(1);
    await deleteCurrentDb();
    expect(await openDb("anna").workouts.count()).toBe(0);
  });

  it("cannot be asked for before anybody signed in", () => {
    expect(() => currentDb()).toThrow("no local database is open");
  });
});

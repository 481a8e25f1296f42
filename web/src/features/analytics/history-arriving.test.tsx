import { act, screen } from "@testing-library/react";
import { afterEach, expect, it } from "vitest";
import { toWorkoutRow } from "@/db/changes.ts";
import { deleteCurrentDb } from "@/db/current.ts";
import { openDb } from "@/db/open.ts";
import { INITIAL_STATUS, syncStatus } from "@/sync/status.ts";
import { buildWorkout } from "@/test-builders.ts";
import { renderInApp } from "@/test-render.tsx";
import { HistoryArriving, useHistoryArriving } from "./history-arriving.tsx";

afterEach(async () => {
  syncStatus.set(INITIAL_STATUS);
  await deleteCurrentDb();
});

function Shown() {
  return useHistoryArriving() ? <HistoryArriving /> : <p>numbers</p>;
}

it("numbers give way to a word about the first sync, and come back when it is through", async () => {
  await openDb("lena").workouts.put(toWorkoutRow(buildWorkout()));
  renderInApp(<Shown />);
  expect(screen.getByText("numbers")).toBeDefined();
  act(() => syncStatus.set({ ...INITIAL_STATUS, phase: "pulling" }));
  expect(screen.queryByText("numbers")).toBeNull();
  expect(await screen.findByRole("status")).toBeDefined();
  act(() => syncStatus.set({ ...INITIAL_STATUS, phase: "offline", complete: true }));
  expect(screen.getByText("numbers")).toBeDefined();
});

import type { Page } from "@playwright/test";
import { expect } from "./fixtures.ts";

interface Planned {
  /** Days before today. */
  readonly days_ago: number;
  readonly weight: number;
}

/** An id in the shape the server wants, made from a small number. */
export function madeId(number: number): string {
  return `019a0000-0000-7000-8000-${number.toString(16).padStart(12, "0")}`;
}

let next = Date.now() % 1_000_000_000;

/** Send a request as the signed-in page would. */
export async function send(page: Page, method: string, path: string, body?: unknown): Promise<unknown> {
  return page.evaluate(
    async ([verb, address, content]) => {
      const token = /csrf_token=([^;]+)/.exec(document.cookie)?.[1] ?? "";
      const answer = await fetch(address, {
        method: verb,
        headers: { "Content-Type": "application/json", "X-CSRF-Token": decodeURIComponent(token) },
        ...(content === undefined ? {} : { body: JSON.stringify(content) }),
      });
      if (!answer.ok) throw new Error(`${verb} ${address}: ${answer.status} ${await answer.text()}`);
      return answer.json() as Promise<unknown>;
    },
    [method, path, body] as const,
  );
}

/** The library exercise that a search finds first. */
export async function findExercise(page: Page, search: string): Promise<{ id: string; name: string }> {
  const found = (await send(page, "GET", `/api/v1/exercises?search=${encodeURIComponent(search)}&limit=1`)) as {
    exercises: { id: string; name: string }[];
  };
  const first = found.exercises[0];
  if (!first) throw new Error(`no exercise for ${search}`);
  return first;
}

/** Store workouts of one exercise, three sets each, and wait until the device has them. */
export async function logWorkouts(page: Page, exercise_id: string, planned: readonly Planned[]): Promise<string[]> {
  const ids: string[] = [];
  for (const { days_ago, weight } of planned) {
    const start_ms = Date.now() - days_ago * 86_400_000 - 3 * 3_600_000;
    const workout_id = madeId(++next);
    const sets = [0, 1, 2].map((position) => ({ id: madeId(++next), position, weight, weight_unit: "kg", reps: 5 }));
    await send(page, "POST", "/api/v1/workouts", {
      id: workout_id,
      title: `Day ${days_ago}`,
      started_at: new Date(start_ms).toISOString(),
      finished_at: new Date(start_ms + 3_600_000).toISOString(),
      time_zone: "Europe/Berlin",
      exercises: [{ id: madeId(++next), exercise_id, position: 0, sets }],
    });
    ids.push(workout_id);
  }
  await page.goto("/history");
  await expect(page.getByText(`${planned.length} workout`, { exact: false }).first()).toBeVisible({ timeout: 30_000 });
  return ids;
}

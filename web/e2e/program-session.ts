import type { Page } from "@playwright/test";
import { expect } from "./fixtures.ts";
import { logButton } from "./workout-session.ts";

/** Begin Boring But Big from the library with these tested maxes; leads to the page of the enrolment. */
export async function enrolInBbb(page: Page): Promise<void> {
  await expect(async () => {
    // The library comes after the first sync.
    await page.goto("/programs/enrol/library/531-bbb");
    await expect(page.getByRole("heading", { name: "Start values" })).toBeVisible({ timeout: 4000 });
  }).toPass({ timeout: 60_000 });
  const values = { Squat: "5 × 120", "Bench Press": "100", "Overhead Press": "60", Deadlift: "180" };
  for (const [name, text] of Object.entries(values)) {
    await page.getByLabel(new RegExp(`^${name} \\(Barbell\\): 1RM`)).fill(text);
  }
  // 85 % of 90 % of 60 kg is 45.9 kg.
  await expect(page.getByText(/5\+\s@\s45\skg/).first()).toBeVisible();
  await page.getByRole("button", { name: "Begin", exact: true }).click();
  await expect(page).toHaveURL(/\/enrolments\/[0-9a-f-]{36}$/);
}

interface Done {
  /** The day of the program. */
  readonly day: string;
  /** How many reps short the last main set is. */
  readonly short_by?: number;
}

/** The next session from the Train page: its three main sets, finished and saved. */
export async function trainNext(page: Page, { day, short_by = 0 }: Done): Promise<void> {
  await page.goto("/train");
  await expect(page.getByRole("heading", { name: day, exact: true })).toBeVisible();
  await page.getByRole("button", { name: "Start workout" }).click();
  await expect(page).toHaveURL(/\/train\/[0-9a-f-]{36}$/);
  await logMainSets(page, short_by);
  await page.getByRole("button", { name: "Finish", exact: true }).click();
  await expect(page.getByRole("heading", { name: "What changes next" })).toBeVisible();
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await expect(page).toHaveURL(/\/workouts\/[0-9a-f-]{36}$/);
}

export async function logMainSets(page: Page, short_by = 0): Promise<void> {
  for (let set = 1; set <= 3; set += 1) {
    if (set === 3) for (let rep = 0; rep < short_by; rep += 1) await page.getByRole("button", { name: "Less: Reps" }).click();
    await logButton(page).click();
    await expect(page.getByRole("button", { name: /: done\. Take back$/ })).toHaveCount(set);
  }
}

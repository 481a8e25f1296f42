import type { Page } from "@playwright/test";
import { expect, expectNoAxeFindings, test } from "./fixtures.ts";

async function addExercise(page: Page, search: string): Promise<void> {
  await page.getByRole("button", { name: "Add exercise" }).click();
  await page.getByRole("combobox", { name: "Search exercises" }).fill(search);
  await page.getByRole("option").first().click();
}

test("a past workout is written down, survives a reload, is saved, and fills in the next one", async ({ signedIn: page }) => {
  await page.goto("/train");
  await page.getByRole("link", { name: "Log a workout" }).click();
  await page.getByLabel("Title").fill("Push");
  await addExercise(page, "bench press");
  await page.getByLabel("Weight of set 1, kg").fill("62,5");
  await page.getByLabel("Reps of set 1").fill("8");
  await page.getByRole("button", { name: "Add set" }).click();
  await page.getByLabel("Reps of set 2").fill("6");
  await expect(page.getByRole("button", { name: "Save 2 sets" })).toBeVisible();
  await expectNoAxeFindings(page);

  await page.reload();
  await expect(page.getByLabel("Reps of set 2")).toHaveValue("6");
  await page.getByRole("button", { name: "Save 2 sets" }).click();
  await expect(page).toHaveURL(/\/workouts\/[0-9a-f-]{36}$/);
  await expect(
    page
      .getByRole("table", { name: /Bench Press/ })
      .getByText("62.5")
      .first(),
  ).toBeVisible();

  await page.goto("/workouts/new");
  await addExercise(page, "bench press");
  await expect(page.getByText(/Filled in with your last sets/)).toBeVisible();
  await expect(page.getByLabel("Weight of set 2, kg")).toHaveValue("62.5");
  await expect(page.getByLabel("Reps of set 2")).toHaveValue("6");
});

test("a workout is done again from the train page, and a draft can be thrown away and brought back", async ({ signedIn: page }) => {
  await page.goto("/workouts/new");
  await addExercise(page, "deadlift");
  await page.getByLabel("Weight of set 1, kg").fill("140");
  await page.getByLabel("Reps of set 1").fill("3");
  await page.getByRole("button", { name: "Save 1 set" }).click();
  await expect(page).toHaveURL(/\/workouts\/[0-9a-f-]{36}$/);

  await page.goto("/train");
  await page.getByRole("link", { name: /Deadlift/ }).click();
  await expect(page.getByLabel("Weight of set 1, kg")).toHaveValue("140");
  await page.goto("/train");
  await expect(page.getByText("Not saved yet")).toBeVisible();
  await page.getByRole("button", { name: "Discard" }).click();
  await expect(page.getByText("Not saved yet")).toHaveCount(0);
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(page.getByText("Not saved yet")).toBeVisible();
});

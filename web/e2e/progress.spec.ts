import { expect, expectNoAxeFindings, test } from "./fixtures.ts";
import { findExercise, logWorkouts } from "./training-data.ts";

const PLANNED = Array.from({ length: 8 }, (_, index) => ({ days_ago: 50 - index * 7, weight: 90 + index * 2.5 }));

test("an exercise shows its trend, records and history", { tag: "@desktop" }, async ({ signedIn: page }) => {
  const squat = await findExercise(page, "squat barbell");
  await logWorkouts(page, squat.id, PLANNED);
  await page.goto(`/exercises/${squat.id}`);
  await expect(page.getByRole("heading", { level: 1, name: squat.name })).toBeVisible();
  await expect(page.getByRole("img", { name: /Estimated 1RM/ })).toBeVisible();
  await page.getByRole("button", { name: "Show as table" }).click();
  await expect(page.getByRole("table", { name: "Estimated 1RM" })).toBeVisible();
  await expect(page.getByRole("table", { name: "Heaviest weight for each number of reps" }).getByRole("row")).toHaveCount(6);
  for (const tab of ["Top set", "Volume", "Sets/week"]) {
    await page.getByRole("tab", { name: tab }).click();
    await expect(page.getByRole("tab", { name: tab })).toHaveAttribute("aria-selected", "true");
  }
  await expectNoAxeFindings(page);
});

test("an exercise's own unit and star are kept", async ({ signedIn: page }) => {
  const squat = await findExercise(page, "squat barbell");
  await logWorkouts(page, squat.id, PLANNED.slice(0, 1));
  await page.goto(`/exercises/${squat.id}`);
  await page.getByRole("button", { name: "Add to favourites" }).click();
  await expect(page.getByRole("button", { name: "Remove from favourites" })).toBeVisible();
  await page.getByRole("button", { name: "How I do it" }).click();
  await page.getByRole("radio", { name: "Pounds" }).check();
  await page.getByRole("button", { name: "Done" }).click();
  await expect(page.getByRole("cell", { name: "198.4\u00a0lb" }).first()).toBeVisible();
});

test("home and progress answer from the workouts", { tag: "@desktop" }, async ({ signedIn: page }) => {
  const squat = await findExercise(page, "squat barbell");
  await logWorkouts(page, squat.id, PLANNED);
  await page.goto("/");
  await expect(page.getByText(/of \d+ workouts/)).toBeVisible();
  await expect(page.getByRole("heading", { name: "Last records" })).toBeVisible();
  await expectNoAxeFindings(page);
  await page.goto("/progress");
  await expect(page.getByRole("heading", { name: "Am I getting stronger?" })).toBeVisible();
  await expect(page.getByRole("link", { name: new RegExp(squat.name.replace(/[()]/g, "\\$&")) }).first()).toBeVisible();
  await expectNoAxeFindings(page);
});

test("a body weight is added, corrected, deleted and brought back", async ({ signedIn: page }) => {
  // On a slow line the dialog is open before the units are known.
  await page.route("**/api/v1/metrics/kinds", async (route) => {
    await new Promise((resolve) => setTimeout(resolve, 1_500));
    await route.continue();
  });
  await page.goto("/body");
  await page.getByRole("button", { name: "Add your weight" }).click();
  await page.getByRole("dialog").getByRole("textbox", { name: "Body weight" }).fill("81,4");
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByRole("list").getByText("81.4")).toBeVisible();
  await page.getByRole("button", { name: /Change the value/ }).click();
  await page.getByRole("dialog").getByRole("textbox", { name: "Body weight" }).fill("81.9");
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByRole("list").getByText("81.9")).toBeVisible();
  await expectNoAxeFindings(page);
  await page.getByRole("button", { name: /Delete the value/ }).click();
  await expect(page.getByText("No measurements yet")).toBeVisible();
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(page.getByRole("list").getByText("81.9")).toBeVisible();
});

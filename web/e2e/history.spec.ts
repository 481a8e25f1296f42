import { expect, expectNoAxeFindings, test } from "./fixtures.ts";
import { findExercise, logWorkouts } from "./training-data.ts";

const PLANNED = [
  { days_ago: 2, weight: 110 },
  { days_ago: 9, weight: 105 },
  { days_ago: 16, weight: 100 },
];

test("the history is searched by exercise and weight", async ({ signedIn: page }) => {
  const squat = await findExercise(page, "squat barbell");
  await logWorkouts(page, squat.id, PLANNED);
  const list = page.getByRole("main");
  await expect(list.getByRole("link", { name: /Day 2\b/ }).first()).toBeVisible();
  await page.getByRole("searchbox").fill("squat 105");
  await expect(list.getByRole("link", { name: /Day 9/ })).toBeVisible();
  await expect(list.getByRole("link", { name: /Day 16/ })).toHaveCount(0);
  await page.getByRole("searchbox").fill("nothing of this");
  await page.getByRole("button", { name: "Show all workouts" }).click();
  await expect(list.getByRole("link", { name: /Day 16/ })).toBeVisible();
  await expectNoAxeFindings(page);
});

test("a set is corrected, saved, and the correction undone", async ({ signedIn: page }) => {
  const squat = await findExercise(page, "squat barbell");
  const [id = ""] = await logWorkouts(page, squat.id, PLANNED.slice(0, 1));
  await page.goto(`/workouts/${id}`);
  await page.getByRole("button", { name: "Edit" }).click();
  await page.getByLabel("Weight of set 2, kg").fill("112,5");
  await page.getByRole("button", { name: "Add set" }).click();
  await page.getByRole("button", { name: "More about set 1" }).click();
  await page.getByRole("button", { name: "Remove" }).click();
  await expectNoAxeFindings(page);
  await page.getByRole("button", { name: "Save" }).click();
  const table = page.getByRole("table");
  await expect(table.getByRole("row")).toHaveCount(4);
  await expect(table.getByRole("cell", { name: "112.5" })).toHaveCount(1);
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(table.getByRole("cell", { name: "112.5" })).toHaveCount(0);
  await expect(table.getByRole("row")).toHaveCount(4);
});

test("a deleted workout comes back", async ({ signedIn: page }) => {
  const squat = await findExercise(page, "squat barbell");
  const [id = ""] = await logWorkouts(page, squat.id, PLANNED);
  await page.goto(`/workouts/${id}`);
  await page.getByRole("button", { name: "Delete" }).click();
  await expect(page).toHaveURL("/history");
  await expect(page.getByText("2 workouts")).toBeVisible();
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(page.getByText("3 workouts")).toBeVisible();
});

test("the calendar shows the workouts of a day", async ({ signedIn: page }) => {
  const squat = await findExercise(page, "squat barbell");
  await logWorkouts(page, squat.id, PLANNED.slice(0, 1));
  await page.goto("/history/calendar");
  await expect(page.getByRole("button", { name: /3 hard sets/ })).toHaveAttribute("aria-pressed", "true");
  await expect(page.getByRole("link", { name: /Day 2/ })).toBeVisible();
  await expectNoAxeFindings(page);
});

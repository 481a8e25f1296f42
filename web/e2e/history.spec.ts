import { expect, expectNoAxeFindings, test } from "./fixtures.ts";
import { findExercise, logWorkouts } from "./training-data.ts";

const PLANNED = [
  { days_ago: 2, weight: 110 },
  { days_ago: 9, weight: 105 },
  { days_ago: 16, weight: 100 },
];

test("the history is searched by exercise and weight", { tag: "@desktop" }, async ({ signedIn: page }) => {
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

test("a set is corrected on the workout screen, and the correction undone", { tag: "@desktop" }, async ({ signedIn: page }) => {
  const squat = await findExercise(page, "squat barbell");
  const [id = ""] = await logWorkouts(page, squat.id, PLANNED.slice(0, 1));
  await page.goto(`/workouts/${id}`);
  await page.getByRole("link", { name: "Edit" }).click();
  const heaviest = page.getByRole("button", { name: /^Set 2, .*: weight/ });
  await heaviest.click();
  await page.getByRole("button", { name: "More: Weight" }).click();
  await expect(heaviest).toContainText("112.5");
  await expectNoAxeFindings(page);
  await page.goto(`/workouts/${id}`);
  await expect(page.getByRole("table").getByRole("cell", { name: "112.5" }).first()).toBeVisible();
  await page.getByRole("link", { name: "Edit" }).click();
  await heaviest.click();
  await page.getByRole("button", { name: "Less: Weight" }).click();
  await expect(heaviest).toContainText("110");
  // Steps of one set within a fifth of a second are stored as one.
  await page.waitForTimeout(1_000);
  await page.goto(`/workouts/${id}`);
  await expect(page.getByRole("table").getByRole("cell", { name: "110" }).first()).toBeVisible();
  await expect(page.getByRole("table").getByRole("cell", { name: "112.5" })).toHaveCount(0);
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

test("the calendar shows the workouts of a day", { tag: "@desktop" }, async ({ signedIn: page }) => {
  const squat = await findExercise(page, "squat barbell");
  await logWorkouts(page, squat.id, PLANNED.slice(0, 1));
  await page.goto("/history/calendar");
  await expect(page.getByRole("button", { name: /3 hard sets/ })).toHaveAttribute("aria-pressed", "true");
  await expect(page.getByRole("link", { name: /Day 2/ })).toBeVisible();
  await expectNoAxeFindings(page);
});

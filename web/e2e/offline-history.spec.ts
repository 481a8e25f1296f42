import { expect, expectNoAxeFindings, test } from "./fixtures.ts";
import { findExercise, logWorkouts, send } from "./training-data.ts";

const PLANNED = Array.from({ length: 8 }, (_, index) => ({ days_ago: 50 - index * 7, weight: 90 + index * 2.5 }));

test("an exercise's page and a workout's records are there without a network, never seen before", async ({
  signedIn: page,
  context,
}) => {
  const squat = await findExercise(page, "squat barbell");
  const ids = await logWorkouts(page, squat.id, PLANNED);
  // The files of pages that were never opened are on the device once the worker is.
  await page.evaluate(() => navigator.serviceWorker.ready);
  const asked: string[] = [];
  page.on("request", (request) => {
    if (/\/api\/v1\/(exercises\/.+\/(history|sessions)|records)/.test(request.url())) asked.push(request.url());
  });
  await context.setOffline(true);

  await page.goto(`/workouts/${ids.at(-1)}`);
  await expect(page.getByText(/^3 records$/)).toBeVisible();
  await expect(page.getByRole("cell", { name: "107.5" }).first()).toBeVisible();

  await page.getByRole("link", { name: squat.name }).click();
  await expect(page.getByRole("heading", { level: 1, name: squat.name })).toBeVisible();
  await expect(page.getByRole("img", { name: /Estimated 1RM/ })).toBeVisible();
  const best = page.getByRole("table", { name: "Heaviest weight for each number of reps" });
  await expect(best.getByRole("row")).toHaveCount(6);
  await expect(best.getByText("107.5\u00a0kg")).toHaveCount(5);
  await expect(page.getByRole("link", { name: /Day 1\b/ })).toBeVisible();
  await page.getByRole("tab", { name: "Timeline" }).click();
  await expect(page.getByRole("link", { name: /Heaviest set of 5/ }).first()).toBeVisible();
  await expectNoAxeFindings(page);
  expect(asked).toEqual([]);

  await page.goto("/progress");
  await expect(page.getByRole("link", { name: new RegExp(squat.name.replace(/[()]/g, "\\$&")) }).first()).toBeVisible();
  await expect(page.getByText("Rising", { exact: true })).toBeVisible();
  await context.setOffline(false);
});

test("the home page knows the newest workouts without a network", async ({ signedIn: page, context }) => {
  const squat = await findExercise(page, "squat barbell");
  await logWorkouts(page, squat.id, [{ days_ago: 0, weight: 100 }]);
  await page.evaluate(() => navigator.serviceWorker.ready);
  // The server's last answer for this page is from before the workout.
  await context.setOffline(true);
  await page.goto("/");
  await expect(page.getByRole("link", { name: /Day 0/ })).toBeVisible();
  await expect(page.getByText(/of \d+ workouts/)).toBeVisible();
  await expect(page.getByRole("img", { name: /Hard sets per week: 3 so far this week/ })).toBeVisible();
  await context.setOffline(false);
});

test("a set corrected on another device changes the records", async ({ signedIn: page }) => {
  const squat = await findExercise(page, "squat barbell");
  const [id = ""] = await logWorkouts(page, squat.id, PLANNED.slice(-2));
  await page.goto(`/exercises/${squat.id}`);
  const best = page.getByRole("table", { name: "Heaviest weight for each number of reps" });
  await expect(best.getByText("107.5\u00a0kg")).toHaveCount(5);
  const workout = (await send(page, "GET", `/api/v1/workouts/${id}`)) as { exercises: { sets: { id: string }[] }[] };
  const set_id = workout.exercises[0]?.sets[1]?.id ?? "";
  await send(page, "PATCH", `/api/v1/workouts/${id}/sets/${set_id}`, { weight: 150 });
  await page.reload();
  await expect(best.getByText("150\u00a0kg")).toHaveCount(5);
  await page.goto(`/workouts/${id}`);
  await expect(page.getByRole("cell", { name: "150" })).toBeVisible();
});

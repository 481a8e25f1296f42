import type { Page } from "@playwright/test";
import { expect, expectNoAxeFindings, test } from "./fixtures.ts";

const STRONG = `Date,Workout Name,Duration,Exercise Name,Set Order,Weight,Reps,Distance,Seconds,Notes,Workout Notes,RPE
2026-03-02 18:05:00,Evening push,1h,Bench Press (Barbell),1,60,8,0,0,,,8
2026-03-02 18:05:00,Evening push,1h,Bench Press (Barbell),2,60,877777,0,0,,,
2026-03-02 18:05:00,Evening push,1h,Zottercurl Nummer Neun,1,40,5,0,0,,,
2026-03-05 18:05:00,Morning legs,1h,Squat (Barbell),1,100,5,0,0,,,
not a date,Morning legs,1h,Squat (Barbell),2,100,5,0,0,,,
`;

const TABLE = `Tag,Was,Kilo,Mal
2026-03-02,Bench Press,60,8
2026-03-02,Bench Press,60,7
`;

async function chooseFile(page: Page, name: string, text: string): Promise<void> {
  await page.goto("/import");
  await page.getByLabel("Export file").setInputFiles({ name, mimeType: "text/plain", buffer: Buffer.from(text) });
  await expect(page).toHaveURL(/\/imports\//);
}

test("a file is looked at, imported, seen in the history, and undone", { tag: "@desktop" }, async ({ signedIn: page }) => {
  await chooseFile(page, "strong.csv", STRONG);
  await expect(page.getByRole("heading", { name: "Strong", level: 1 })).toBeVisible();
  await expect(page.getByText("Strong, 2 workouts, 4 sets, Mar 2026")).toBeVisible();
  await page.getByRole("radio", { name: /Kilograms/ }).check();
  await page.getByText("Unlikely values").first().click();
  await expect(page.getByText("877777 repetitions are not believable.")).toBeVisible();
  await page.getByText("Rows left out").first().click();
  await expect(page.getByRole("row", { name: /^6 / })).toBeVisible();
  await expectNoAxeFindings(page);

  await page.getByRole("button", { name: "Import 2 workouts" }).click();
  await expect(page.getByRole("heading", { name: "Your history is here" })).toBeVisible();
  await expectNoAxeFindings(page);
  await page.getByRole("link", { name: "See your history" }).click();
  await expect(page.getByText("Evening push").first()).toBeVisible();

  await page.goto("/import");
  await page.getByRole("button", { name: "Undo strong.csv" }).click();
  await expect(page.getByText("Undone")).toBeVisible();
  await page.goto("/history");
  await expect(page.getByText("Evening push")).toHaveCount(0);
});

test(
  "a name can be given another meaning with the keyboard, and the choice is kept",
  { tag: "@desktop" },
  async ({ signedIn: page }) => {
    await chooseFile(page, "strong.csv", STRONG);
    await page.getByText("New exercises").click();
    const choice = page.getByRole("button", { name: /^Zottercurl Nummer Neun is/ });
    await choice.focus();
    await page.keyboard.press("h");
    const search = page.getByRole("combobox", { name: "Search exercises" });
    await expect(search).toBeFocused();
    await search.fill("hamer curl");
    await expect(page.getByRole("option").first()).toContainText("Hammer Curl");
    await page.keyboard.press("Enter");
    await expect(choice).toHaveAccessibleName(/Hammer Curl/);
    await expect(choice).toBeFocused();
    await expect
      .poll(() =>
        page.evaluate(async () => (await (await fetch(`/api/v1${location.pathname}`)).text()).includes('"chosen_by_you":true')),
      )
      .toBe(true);
    await page.reload();
    await page.getByText("Exercises recognised").click();
    await expect(choice).toHaveAccessibleName(/Hammer Curl/);
  },
);

test("a table of unknown shape asks which column is what", async ({ signedIn: page }) => {
  await chooseFile(page, "mine.csv", TABLE);
  await expect(page.getByRole("heading", { name: "Which column is what?" })).toBeVisible();
  await expectNoAxeFindings(page);
  await page.getByLabel("Exercise", { exact: true }).selectOption("Was");
  await page.getByLabel("Weight", { exact: true }).selectOption("Kilo");
  await page.getByLabel("Reps", { exact: true }).selectOption("Mal");
  await page.getByRole("button", { name: "Read the file" }).click();
  await expect(page.getByText("1 workout", { exact: false }).first()).toBeVisible();
  await page.getByRole("button", { name: "Import 1 workout" }).click();
  await expect(page.getByRole("heading", { name: "Your history is here" })).toBeVisible();
});

test("a file that cannot be read says why, and leaves the list", async ({ signedIn: page }) => {
  await chooseFile(page, "noise.bin", "\u0000\u0001\u0002\u0000 not a log");
  await expect(page.getByRole("heading", { name: "This file did not work" })).toBeVisible();
  await expect(page.getByText("Your account is as it was before.")).toBeVisible();
  await page.getByRole("button", { name: "Delete from the list" }).click();
  await expect(page).toHaveURL(/\/import$/);
  await expect(page.getByText("noise.bin")).toHaveCount(0);
});

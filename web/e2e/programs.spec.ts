import type { Page } from "@playwright/test";
import { expect, expectNoAxeFindings, test } from "./fixtures.ts";

/** Programs are written, built, copied and changed as a lifter would do it. */

const area = (page: Page) => page.getByLabel("Text of the program");

async function save(page: Page, note: string): Promise<void> {
  await page.getByRole("button", { name: /^Save (program|edition)/ }).click();
  await page.getByLabel("What is new").fill(note);
  await page.getByRole("dialog").getByRole("button", { name: "Save", exact: true }).click();
  await expect(page).toHaveURL(/\/programs\/[0-9a-f-]{36}$/);
}

test("a small program is written by hand; a slip is mended by what the editor offers, and nothing is lost by a reload", async ({
  signedIn: page,
}) => {
  await page.goto("/programs/new");
  await page.getByLabel("Title").fill("By hand");
  await page.getByRole("button", { name: "Write it as text" }).click();
  await expect(area(page)).toHaveValue('program "By hand"\n');
  await area(page).focus();
  await page.keyboard.press("ControlOrMeta+End");
  await page.keyboard.type("\nlift squat = squat-b");
  await page.getByRole("option", { name: "Squat (Barbell)", exact: true }).click();
  // Enter goes on inside the block by itself.
  await page.keyboard.type("\n\nscheme fives\nstes 3x5\non success: weight + step");
  await page.keyboard.press("ControlOrMeta+End");
  await page.keyboard.type("\n");
  await page.keyboard.press("Backspace");
  await page.keyboard.press("Backspace");
  await page.keyboard.type("\nday A\nsquat fives");
  await expect(page.getByText("1 thing to mend")).toBeVisible();
  await expect(page.getByText("“stes” is no line of this block.", { exact: false })).toBeVisible();

  await page.reload();
  await expect(area(page)).toHaveValue(/stes 3x5/);
  const caret = (await area(page).inputValue()).indexOf("stes") + 4;
  await area(page).evaluate((field: HTMLTextAreaElement, at) => {
    field.focus();
    field.setSelectionRange(at, at);
  }, caret);
  await page.keyboard.press("ArrowLeft");
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("Control+Space");
  await expect(page.getByRole("option", { name: "sets", exact: true })).toHaveAttribute("aria-selected", "true");
  await page.keyboard.press("Enter");
  await expect(page.getByText("This program can run.")).toBeVisible();
  await expectNoAxeFindings(page);
  await save(page, "First one");
  await expect(page.getByText("When all sets are made: weight + one step")).toBeVisible();
});

test(
  "a program is built by taps: exercises, sets, a progression, another order",
  { tag: "@desktop" },
  async ({ signedIn: page, isMobile }) => {
    const press = (name: string | RegExp, place = 0) => {
      const button = page.getByRole("button", { name }).nth(place);
      return isMobile ? button.tap() : button.click();
    };
    await page.goto("/programs/new");
    await page.getByLabel("Title").fill("By taps");
    await page.locator("label", { hasText: /^2$/ }).click();
    await press("Build it");
    for (const exercise of ["Squat (Barbell)", "Bench Press (Barbell)"]) {
      await press("Add exercise");
      await page.getByRole("combobox", { name: "Search exercises" }).fill(exercise);
      await page.getByRole("option", { name: exercise }).first().click();
      await expect(page.getByRole("button", { name: `Move ${exercise}`, exact: true })).toBeVisible();
    }
    await press("Add exercise", 1);
    await page.getByRole("combobox", { name: "Search exercises" }).fill("Deadlift (Barbell)");
    await page.getByRole("option", { name: "Deadlift (Barbell)" }).first().click();

    await press(/^Squat \(Barbell\)/);
    const dialog = page.getByRole("dialog");
    await dialog.getByLabel("Progression").selectOption("linear");
    await expect(dialog.getByText("When reps are missed 3 times in a row: weight − 10 %")).toBeVisible();
    await expectNoAxeFindings(page);
    await dialog.getByRole("button", { name: "Done" }).click();
    await expect(page.getByText("When all sets are made: weight + one step")).toBeVisible();

    const handle = page.getByRole("button", { name: "Move Squat (Barbell)" });
    const below = page.getByRole("button", { name: "Move Bench Press (Barbell)" });
    const [from, to] = [await handle.boundingBox(), await below.boundingBox()];
    if (!from || !to) throw new Error("the handles are on screen");
    await page.mouse.move(from.x + 10, from.y + from.height / 2);
    await page.mouse.down();
    await page.mouse.move(from.x + 10, to.y + to.height / 2 + 20, { steps: 8 });
    await page.mouse.up();
    await page.getByRole("tab", { name: /Text/ }).click();
    await expect(area(page)).toHaveValue(/day "Day A"\n {2}bench-press: 3x8\n {2}squat squat-sets\n/);
    await page.getByRole("tab", { name: "Builder" }).click();
    // The same by key: back to the first place.
    await handle.focus();
    await page.keyboard.press("ArrowUp");
    await expect(handle).toBeFocused();
    await page.getByRole("tab", { name: /Text/ }).click();
    await expect(area(page)).toHaveValue(/day "Day A"\n {2}squat squat-sets\n {2}bench-press: 3x8\n/);
    // Taken back by button, and brought again by key.
    await page.getByRole("tab", { name: "Builder" }).click();
    await press("Undo");
    await page.getByRole("tab", { name: /Text/ }).click();
    await expect(area(page)).toHaveValue(/day "Day A"\n {2}bench-press: 3x8\n/);
    await page.getByRole("tab", { name: "Builder" }).click();
    await page.keyboard.press("ControlOrMeta+Shift+z");
    // A scheme gets a name of its own wherever it is named.
    await page.getByText("Rename lifts and schemes").click();
    await page.getByLabel("Scheme of Squat (Barbell)").fill("Heavy ones");
    await page.getByLabel("Scheme of Squat (Barbell)").press("Enter");
    await page.getByRole("tab", { name: /Text/ }).click();
    await expect(area(page)).toHaveValue(/day "Day A"\n {2}squat heavy-ones\n {2}bench-press: 3x8\n/);
    await save(page, "");
    await page.getByRole("tab", { name: "Volume" }).click();
    await expect(page.getByRole("heading", { name: "Planned hard sets" })).toBeVisible();
  },
);

test(
  "a program of the library is found, played, copied and changed; its editions show the difference",
  { tag: "@desktop" },
  async ({ signedIn: page }) => {
    await page.goto("/programs");
    await page.getByRole("searchbox", { name: "Name, author or exercise" }).fill("stronglifts");
    await page.getByRole("link", { name: /StrongLifts/ }).click();
    await page.getByRole("tab", { name: "Preview" }).click();
    // What is pretended in one session is followed by all later ones.
    await page.getByRole("button", { name: "Week 2", exact: true }).click();
    await expect(page.getByText(/5.×.5.@.25.kg/).first()).toBeVisible();
    await page.getByRole("button", { name: "Week 1", exact: true }).click();
    await page.getByRole("button", { name: "Missed", exact: true }).first().click();
    await expect(page.getByText("again: reps were missing", { exact: false }).first()).toBeVisible();
    await expectNoAxeFindings(page);
    await page.getByRole("button", { name: "Copy", exact: true }).click();
    await expect(page).toHaveURL(/\/edit$/);
    await page.getByRole("tab", { name: "Text" }).click();
    const text = await area(page).inputValue();
    await area(page).fill(text.replace("sets 5x5", "sets 3x5"));
    await save(page, "Fewer sets");
    await page.getByRole("tab", { name: "Editions" }).click();
    await expect(page.getByText("Fewer sets")).toBeVisible();
    await expect(page.getByText("removed: − sets 5x5")).toBeVisible();
    await expect(page.getByText("added: + sets 3x5")).toBeVisible();
    await expectNoAxeFindings(page);
  },
);

test("a file with errors becomes a draft that shows them, a good one a program", async ({ signedIn: page }) => {
  await page.goto("/programs/new");
  const choose = (name: string, text: string) =>
    page.getByLabel("Program file").setInputFiles({ name, mimeType: "text/plain", buffer: Buffer.from(text) });
  await choose("broken.txt", 'program "Broken"\n\nlift squat = squat-barbell\n\nday A\n  sqaut: 3x5\n');
  await expect(page.getByText("There is no lift sqaut.")).toBeVisible();
  await page.getByRole("button", { name: "squat", exact: true }).click();
  await expect(page.getByText("This program can run.")).toBeVisible();
  await page.goto("/programs/new");
  await choose("good.txt", 'program "Good"\n\nlift squat = "My strange squat"\n\nday A\n  squat: 3x5\n');
  await expect(page.getByRole("heading", { name: "Good", level: 1 })).toBeVisible();
  // An exercise that nobody knows is a question.
  await page.getByRole("button", { name: "Edit", exact: true }).click();
  await page.getByRole("button", { name: "Choose for “My strange squat”" }).click();
  await page.getByRole("combobox", { name: "Search exercises" }).fill("Squat (Barbell)");
  await page.getByRole("option", { name: "Squat (Barbell)" }).first().click();
  await expect(page.getByText("is not in your library")).toHaveCount(0);
  await page.goto("/programs/new");
  await choose("picture.txt", "\u0000\u0001\u0002");
  await expect(page.getByText("This file is no text.")).toBeVisible();
});

import { expect, expectNoAxeFindings, test } from "./fixtures.ts";
import { fetchWorkout, logButton, readyForOffline, SESSION, storeWorkout, TapCounter } from "./workout-session.ts";

const idOf = (address: string) => /[0-9a-f-]{36}/.exec(address)?.[0] ?? "";

test.describe("with a thumb", () => {
  test.skip(({ hasTouch }) => !hasTouch, "taps need a touch screen");

  test("six exercises without a network: one tap a set, finished offline, and the server has every set", async ({
    signedIn: page,
    context,
  }) => {
    await storeWorkout(page, "Full body", SESSION, 3);
    await readyForOffline(page);
    const taps = new TapCounter();
    await taps.tap("start", page.getByRole("button", { name: /^Full body/ }));
    await expect(page).toHaveURL(/\/train\/[0-9a-f-]{36}$/);
    const id = idOf(page.url());
    await expect(page.getByRole("heading", { name: /Bench Press/ })).toBeVisible();
    await expect(page.getByText(/As last time/)).toBeVisible();

    await taps.tap("log", logButton(page));
    await context.setOffline(true);
    await taps.tap("log", logButton(page));

    // The first working set goes up by one step: two taps. The other two follow by themselves.
    await taps.tap("step", page.getByRole("button", { name: "More: Weight" }));
    await taps.tap("log", logButton(page));
    await expect(page.getByText(/Heaviest set of 8, before 80/)).toBeVisible();
    for (let set = 0; set < 2; set += 1) await taps.tap("log", logButton(page));
    await taps.tap("effort", page.getByRole("button", { name: "RPE 9", exact: true }));

    // The superset changes members by itself, and rests only after a round.
    await taps.tap("next", page.getByRole("button", { name: /^Next: / }));
    const strip = page.getByRole("navigation", { name: "Exercises of this workout" });
    const shown = strip.locator('[aria-current="true"]');
    await expect(shown).toHaveAccessibleName(/Row.*superset A/);
    await taps.tap("log", logButton(page));
    await expect(shown).toHaveAccessibleName(/Lateral Raise/);
    await expect(page.getByRole("button", { name: "Skip" })).toHaveCount(0);
    await taps.tap("log", logButton(page));
    await expect(shown).toHaveAccessibleName(/Row/);
    await expect(page.getByRole("button", { name: "Skip" })).toBeVisible();
    await taps.tap("log", logButton(page));
    await taps.tap("log", logButton(page));

    await taps.tap("next", page.getByRole("button", { name: /^Next: / }));
    for (let set = 0; set < 3; set += 1) await taps.tap("log", logButton(page));
    await taps.tap("next", page.getByRole("button", { name: /^Next: / }));
    for (let set = 0; set < 2; set += 1) await taps.tap("log", logButton(page));
    await taps.tap("next", page.getByRole("button", { name: /^Next: / }));
    await taps.tap("log", logButton(page));

    const sets = SESSION.reduce((sum, exercise) => sum + exercise.sets.length, 0);
    expect(taps.of("log")).toBe(sets);
    console.log(`taps: ${[...taps.counts].map(([what, count]) => `${what} ${count}`).join(", ")} for ${sets} sets`);

    await taps.tap("finish", page.getByRole("button", { name: "Finish", exact: true }));
    await expect(page.getByRole("heading", { name: "Records" })).toBeVisible();
    await taps.tap("save", page.getByRole("button", { name: "Save", exact: true }));
    await expect(page).toHaveURL(new RegExp(`/workouts/${id}$`));
    await page.reload();
    await expect(page.getByRole("table", { name: /Bench Press/ })).toBeVisible();

    await context.setOffline(false);
    await expect.poll(async () => (await fetchWorkout(page, id))?.finished_at ?? null, { timeout: 60_000 }).not.toBeNull();
    const stored = await fetchWorkout(page, id);
    const rows = stored?.exercises.flatMap((entry) => entry.sets) ?? [];
    expect(rows).toHaveLength(sets);
    expect(rows.every((set) => set.completed)).toBe(true);
    expect(rows.map((set) => set.kind).filter((kind) => kind !== "working")).toEqual(["warm_up", "warm_up", "drop", "amrap"]);
    expect(stored?.exercises[0]?.sets.map((set) => set.weight)).toEqual([40, 60, 82.5, 82.5, 82.5]);
    expect(stored?.exercises[0]?.sets[4]?.rpe).toBe(9);
    expect(stored?.exercises[1]?.superset).toBe(stored?.exercises[2]?.superset);
  });

  test("a set is taken back, deleted and brought back; a held button runs; a new weight is for the remaining sets", async ({
    signedIn: page,
  }) => {
    await storeWorkout(page, "Bench", SESSION.slice(0, 1), 2);
    await page.getByRole("button", { name: /^Bench/ }).tap();
    await logButton(page).tap();
    await page.getByRole("button", { name: "Undo", exact: true }).tap();
    await expect(page.getByRole("button", { name: /: log$/ })).toHaveCount(5);

    const weights = page.getByRole("button", { name: /Working set: weight/ });
    await weights.first().tap();
    await page.getByRole("button", { name: "More: Weight" }).tap();
    await expect(weights).toHaveText([/82.5$/, /82.5$/, /82.5$/]);
    await page.getByRole("radio", { name: "this" }).tap();
    await expect(weights).toHaveText([/82.5$/, /80$/, /80$/]);

    await page.getByRole("button", { name: "Set 3, Working set. Change" }).tap();
    await page.getByRole("dialog").getByRole("button", { name: "Delete" }).tap();
    await expect(weights).toHaveText([/80$/, /80$/]);
    await page.getByRole("status").getByRole("button", { name: "Undo" }).tap();
    await expect(weights).toHaveText([/82.5$/, /80$/, /80$/]);

    const more = page.getByRole("button", { name: "More: Reps" });
    await more.dispatchEvent("pointerdown", { pointerType: "touch" });
    await expect(page.getByRole("button", { name: /^Reps: (1[2-9]|[2-9]\d)/ })).toBeVisible();
    await more.dispatchEvent("pointerup", { pointerType: "touch" });
  });

  test("the number pad takes commas, refuses what cannot be with a sentence, and opens no keyboard", async ({ signedIn: page }) => {
    await storeWorkout(page, "Bench", SESSION.slice(0, 1), 2);
    await page.getByRole("button", { name: /^Bench/ }).tap();
    await page.getByRole("button", { name: /^Weight: 40/ }).tap();
    const pad = page
      .getByRole("group", { name: "Weight", exact: true })
      .filter({ has: page.getByRole("button", { name: "7", exact: true }) });
    for (const key of ["6", "2", "Decimal separator", "5"]) await pad.getByRole("button", { name: key, exact: true }).tap();
    await expect(page.getByRole("button", { name: /^Weight: 62.5/ })).toBeVisible();
    expect(await page.evaluate(() => document.activeElement instanceof HTMLInputElement)).toBe(false);
    await page.getByRole("button", { name: "Next", exact: true }).tap();
    for (const key of ["9", "9", "9", "9"]) await page.getByRole("button", { name: key, exact: true }).tap();
    await expect(page.getByRole("alert").filter({ hasText: "A set has at most 2,000 reps." })).toBeVisible();
  });

  test("the rest runs on through a reload, can be changed and skipped, and a past workout has none", async ({ signedIn: page }) => {
    const past_id = await storeWorkout(page, "Bench", SESSION.slice(0, 1), 2);
    await page.getByRole("button", { name: /^Bench/ }).tap();
    await logButton(page).tap();
    const left = page.getByRole("timer", { name: /of rest left/ });
    await expect(left).toHaveText(/0:5\d|1:00/);
    await page.getByRole("button", { name: "+15 seconds" }).tap();
    await expect(left).toHaveText(/1:1\d/);
    await page.reload();
    await expect(left).toHaveText(/1:[01]\d|0:5\d/);
    await page.getByRole("button", { name: "Skip" }).tap();
    await expect(left).toHaveCount(0);
    await page.getByRole("status").getByRole("button", { name: "Undo" }).tap();
    await expect(left).toBeVisible();

    await page.goto(`/workouts/${past_id}/edit`);
    await expect(page.getByRole("heading", { name: /Bench Press/ })).toBeVisible();
    await expect(page.getByRole("button", { name: "Skip" })).toHaveCount(0);
    await expect(page.getByRole("button", { name: /^Rest \d/ })).toHaveCount(0);
  });

  test("a template is made from a workout, started, and offers its own changes at the end", async ({ signedIn: page }) => {
    const id = await storeWorkout(page, "Bench", SESSION.slice(0, 1), 2);
    await page.goto(`/workouts/${id}`);
    await page.getByRole("button", { name: "Save as template" }).tap();
    await expect(page).toHaveURL(/\/templates\//);
    await page.getByLabel("Name").fill("Push day");
    await page.getByRole("link", { name: "Start workout" }).tap();
    await expect(page).toHaveURL(/\/train\/[0-9a-f-]{36}$/);
    for (let set = 0; set < 5; set += 1) await logButton(page).tap();
    await page.getByRole("button", { name: "Add set" }).tap();
    await logButton(page).tap();
    await page.getByRole("button", { name: "Finish", exact: true }).tap();
    await expect(page.getByText("Update “Push day”?")).toBeVisible();
    await expect(page.getByText(/5 → 6 sets/)).toBeVisible();
    await expectNoAxeFindings(page);
    await page.getByRole("button", { name: "Save", exact: true }).tap();
    await expect(page).toHaveURL(/\/workouts\//);
    await page.goto("/templates");
    await page.getByRole("link", { name: /Push day/ }).tap();
    await expect(page.getByLabel(/^Kind of set/)).toHaveCount(6);
  });

  test("a past workout is logged on the same screen, and one that was discarded comes back", async ({ signedIn: page }) => {
    await storeWorkout(page, "Bench", SESSION.slice(0, 1), 2);
    await page.goto("/workouts/new");
    await page.getByLabel("Date").fill("2200-01-01");
    await expect(page.getByText("A workout cannot lie in the future.")).toBeVisible();
    await page.getByLabel("Date").fill("2025-05-05");
    await page.getByRole("button", { name: /^Bench/ }).tap();
    await expect(page).toHaveURL(/\/edit$/);
    const id = idOf(page.url());
    await logButton(page).tap();
    await page.getByRole("button", { name: "Done", exact: true }).tap();
    await expect(page.getByText(/4 rows that were not done are left out/)).toBeVisible();
    await page.getByRole("button", { name: "Save", exact: true }).tap();
    await expect(page).toHaveURL(new RegExp(`/workouts/${id}$`));
    await expect.poll(async () => (await fetchWorkout(page, id))?.exercises[0]?.sets.length ?? 0, { timeout: 30_000 }).toBe(1);

    await page.goto("/train");
    await page.getByRole("button", { name: "Start empty workout" }).tap();
    await page.getByRole("button", { name: "More about this workout" }).tap();
    await page.getByRole("button", { name: "Discard" }).tap();
    await expect(page).toHaveURL(/\/train$/);
    await page.getByRole("status").getByRole("button", { name: "Undo" }).tap();
    await expect(page.getByRole("link", { name: "Continue" })).toBeVisible();
  });

  test("every state of the screen is accessible in both themes", async ({ signedIn: page }) => {
    await storeWorkout(page, "Full body", SESSION, 3);
    await page.getByRole("button", { name: "Start empty workout" }).tap();
    await expect(page.getByRole("heading", { name: "What comes first?" })).toBeVisible();
    await expectNoAxeFindings(page);
    await page.goto("/train");
    await page.getByRole("button", { name: /^Full body/ }).tap();
    await logButton(page).tap();
    await expectNoAxeFindings(page);
    await page.getByRole("button", { name: /^Weight:/ }).tap();
    await expectNoAxeFindings(page);
    await page.getByRole("button", { name: "Close", exact: true }).tap();
    for (const name of ["Plates", "Warm-up sets", "Swap exercise", "Order of the exercises"]) {
      await page.getByRole("button", { name: /^More about Bench/ }).tap();
      await expectNoAxeFindings(page);
      await page
        .getByRole("dialog")
        .getByRole("button", { name: new RegExp(`^${name}`) })
        .tap();
      await expectNoAxeFindings(page);
      await page.getByRole("dialog").getByRole("button", { name: "Close" }).tap();
    }
    await page.getByRole("button", { name: /^Set 1.*Change$/ }).tap();
    await expectNoAxeFindings(page);
    await page.getByRole("dialog").getByRole("button", { name: "Close" }).tap();
    await page.getByRole("button", { name: "More about this workout" }).tap();
    await expectNoAxeFindings(page);
    await page.getByRole("dialog").getByRole("button", { name: "Done", exact: true }).tap();
    await page.getByRole("button", { name: "Finish", exact: true }).tap();
    await expect(page.getByRole("button", { name: "Save", exact: true })).toBeVisible();
    await expectNoAxeFindings(page);
  });
});

test(
  "with the keyboard alone: start, add an exercise, type, log, next set, finish",
  { tag: "@desktop" },
  async ({ signedIn: page, hasTouch }) => {
    test.skip(hasTouch, "a phone has no keyboard");
    await page.goto("/train");
    const start = page.getByRole("button", { name: "Start empty workout" });
    await start.focus();
    await page.keyboard.press("Enter");
    await expect(page).toHaveURL(/\/train\/[0-9a-f-]{36}$/);
    const id = idOf(page.url());
    await expect(page.getByRole("heading", { name: "What comes first?" })).toBeVisible();
    await page.keyboard.press("e");
    await page.getByRole("combobox", { name: "Search exercises" }).pressSequentially("bench press barbell");
    await expect(page.getByRole("option").first()).toContainText("Bench Press");
    await page.keyboard.press("Enter");
    await expect(page.getByRole("table", { name: /Bench Press/ })).toBeVisible();
    await page.keyboard.type("62,5");
    await page.keyboard.press("Enter");
    await page.keyboard.type("8");
    await page.keyboard.press("Enter");
    await expect(page.getByRole("button", { name: /Working set: weight/ })).toHaveText([/62.5$/, /62.5$/, /62.5$/]);
    await page.keyboard.press("Enter");
    await expect(page.getByRole("button", { name: /done. Take back$/ })).toHaveCount(1);
    // The second set: reps with the pad, then the log.
    await page.keyboard.type("65");
    await page.keyboard.press("Enter");
    await page.keyboard.type("6");
    await page.keyboard.press("Enter");
    await page.keyboard.press("Enter");
    await expect(page.getByRole("button", { name: /done. Take back$/ })).toHaveCount(2);
    await page.getByRole("button", { name: "Finish", exact: true }).focus();
    await page.keyboard.press("Enter");
    await page.getByRole("button", { name: "Save", exact: true }).focus();
    await page.keyboard.press("Enter");
    await expect(page).toHaveURL(new RegExp(`/workouts/${id}$`));
    await expect
      .poll(async () => (await fetchWorkout(page, id))?.exercises[0]?.sets.map((set) => [set.weight, set.reps]), {
        timeout: 30_000,
      })
      .toEqual([
        [62.5, 8],
        [65, 6],
      ]);
  },
);

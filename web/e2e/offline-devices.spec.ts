import type { Page } from "@playwright/test";
import { expect, signIn, test } from "./fixtures.ts";
import { countUnsent, expectSent, queueMany, readTable } from "./local-data.ts";
import { fetchWorkout, logButton, readyForOffline, SESSION, storeWorkout } from "./workout-session.ts";

test.skip(({ hasTouch }) => !hasTouch, "what is proven here does not depend on the size of the screen");

const DONE = /: done\. Take back$/;

async function startBench(page: Page): Promise<string> {
  await storeWorkout(page, "Bench", SESSION.slice(0, 1), 2);
  await readyForOffline(page);
  await page.getByRole("button", { name: /^Bench/ }).click();
  await expect(logButton(page)).toBeVisible();
  await expectSent(page);
  return /[0-9a-f-]{36}/.exec(page.url())?.[0] ?? "";
}

test("two tabs show one truth, and the one that is left goes on sending", async ({ signedIn: page, context }) => {
  const id = await startBench(page);
  const second = await context.newPage();
  await second.goto(`/train/${id}`);
  await logButton(page).click();
  await expect(second.getByRole("button", { name: DONE })).toHaveCount(1);
  await logButton(second).click();
  await expect(page.getByRole("button", { name: DONE })).toHaveCount(2);
  await page.close();
  await logButton(second).click();
  await expectSent(second);
  const stored = await fetchWorkout(second, id);
  expect(stored?.exercises.flatMap((entry) => entry.sets).filter((set) => set.completed)).toHaveLength(3);
});

test("two devices that were apart end with both devices' sets", async ({ signedIn: page, context, browser, server, email }) => {
  const id = await startBench(page);
  const other = await browser.newContext({ baseURL: server.url });
  const tablet = await other.newPage();
  await signIn(tablet, server, email);
  await tablet.goto(`/train/${id}`);
  await expect(logButton(tablet)).toBeVisible();
  await context.setOffline(true);
  await other.setOffline(true);
  await logButton(page).click();
  await logButton(tablet).click();
  await logButton(tablet).click();
  await expect.poll(() => countUnsent(tablet)).toBe(2);
  await context.setOffline(false);
  await expectSent(page);
  await other.setOffline(false);
  await expectSent(tablet);
  for (const device of [page, tablet]) await expect(device.getByRole("button", { name: DONE })).toHaveCount(2, { timeout: 90_000 });
  const rows = async (device: Page) =>
    (await readTable<{ id: string; exercises: unknown }>(device, "workouts")).find((row) => row.id === id)?.exercises;
  await expect
    .poll(async () => JSON.stringify(await rows(page)) === JSON.stringify(await rows(tablet)), { timeout: 90_000 })
    .toBe(true);
  await other.close();
});

test("a set of one device is told to the other at once, not with the next minute", async ({
  signedIn: page,
  browser,
  server,
  email,
}) => {
  const id = await startBench(page);
  const other = await browser.newContext({ baseURL: server.url });
  const tablet = await other.newPage();
  const connected = tablet.waitForEvent("websocket", (socket) => socket.url().endsWith("/api/v1/live"));
  await signIn(tablet, server, email);
  await tablet.goto(`/train/${id}`);
  await connected;
  await expect(logButton(tablet)).toBeVisible();
  await expectSent(page);
  await logButton(page).click();
  await expect(tablet.getByRole("button", { name: DONE })).toHaveCount(1, { timeout: 20_000 });
  await other.close();
});

test("ten thousand queued changes are sent, also when the page goes away in the middle", async ({ signedIn: page }) => {
  const id = await startBench(page);
  const workout = (await readTable<{ id: string; exercises: { sets: { id: string }[] }[] }>(page, "workouts")).find(
    (row) => row.id === id,
  );
  const set_id = workout?.exercises[0]?.sets[0]?.id ?? "";
  await queueMany(page, id, set_id, 10_000);
  await page.reload();
  await expect.poll(() => countUnsent(page), { intervals: [50], timeout: 60_000 }).toBeLessThan(9_000);
  await page.reload();
  const left = await countUnsent(page);
  expect(left).toBeGreaterThan(0);
  await expectSent(page, 90_000);
  const stored = (await fetchWorkout(page, id)) as unknown as { exercises: { sets: { notes: string }[] }[] };
  expect(stored.exercises[0]?.sets[0]?.notes).toBe("change 9999");
  expect(await readTable(page, "issues")).toEqual([]);
});

test.describe("an update", () => {
  // The policy of the pages lets no other address than the worker's own be a script's, not even for a test.
  test.use({ bypassCSP: true });

  test("a new version that arrives during a workout waits, and neither it nor the old one loses an edit", async ({
    signedIn: page,
  }) => {
    const id = await startBench(page);
    // Another script address for the same scope is what a deployed update is to the browser.
    await page.evaluate(() => navigator.serviceWorker.register("/sw.js?next"));
    await expect
      .poll(() => page.evaluate(async () => (await navigator.serviceWorker.getRegistration())?.waiting !== null), {
        timeout: 60_000,
      })
      .toBe(true);
    await logButton(page).click();
    await expect(page.getByText("A new version of FitFolio is ready.")).toHaveCount(0);
    await expect(page.getByRole("button", { name: DONE })).toHaveCount(1);
    await page.evaluate(async () =>
      (await navigator.serviceWorker.getRegistration())?.waiting?.postMessage({ type: "SKIP_WAITING" }),
    );
    await page.reload();
    await expect(page.getByRole("button", { name: DONE })).toHaveCount(1);
    await logButton(page).click();
    await expectSent(page);
    const stored = await fetchWorkout(page, id);
    expect(stored?.exercises.flatMap((entry) => entry.sets).filter((set) => set.completed)).toHaveLength(2);
  });
});

test("a sign-in link reaches the server and not the stored shell", async ({ signedIn: page }) => {
  await readyForOffline(page);
  const answer = await page.goto("/auth/verify");
  expect(answer?.fromServiceWorker()).toBe(false);
  expect((await page.goto("/train"))?.fromServiceWorker()).toBe(true);
});

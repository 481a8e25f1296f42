import type { Page } from "@playwright/test";
import { expect, signIn, signInHere, test } from "./fixtures.ts";
import { countUnsent, expectSent, readTable } from "./local-data.ts";
import { fetchWorkout, logButton, readyForOffline, SESSION, storeWorkout } from "./workout-session.ts";

test.skip(({ hasTouch }) => !hasTouch, "what is proven here does not depend on the size of the screen");

const SYNC = "**/api/v1/sync/operations";

/** A live workout of five planned sets; answers its id. */
async function startBench(page: Page): Promise<string> {
  await storeWorkout(page, "Bench", SESSION.slice(0, 1), 2);
  await readyForOffline(page);
  await page.getByRole("button", { name: /^Bench/ }).click();
  await expect(page).toHaveURL(/\/train\/[0-9a-f-]{36}$/);
  await expect(logButton(page)).toBeVisible();
  return /[0-9a-f-]{36}/.exec(page.url())?.[0] ?? "";
}

async function completedOnServer(page: Page, id: string): Promise<number> {
  const stored = await fetchWorkout(page, id);
  return stored?.exercises.flatMap((entry) => entry.sets).filter((set) => set.completed).length ?? 0;
}

test("a tab that crashes in a cellar keeps every set, starts without a network and sends later", async ({
  signedIn: page,
  context,
}) => {
  const id = await startBench(page);
  await expectSent(page);
  await context.setOffline(true);
  await logButton(page).click();
  await logButton(page).click();
  await expect(page.getByRole("button", { name: /: done\. Take back$/ })).toHaveCount(2);
  await expect.poll(() => countUnsent(page)).toBe(2);

  const cdp = await context.newCDPSession(page);
  cdp.send("Page.crash").catch(() => undefined);
  await new Promise((resolve) => {
    page.once("crash", resolve);
  });
  const again = await context.newPage();
  await page.close();
  await again.goto(`/train/${id}`);
  await expect(again.getByRole("button", { name: /: done\. Take back$/ })).toHaveCount(2);
  await logButton(again).click();
  await expect(again.getByText(/Offline · \d+ waiting/)).toBeVisible();
  await expect.poll(() => countUnsent(again)).toBe(3);

  await context.setOffline(false);
  await expectSent(again);
  expect(await completedOnServer(again, id)).toBe(3);
});

test("a server that is gone while the browser calls itself online loses nothing", async ({ signedIn: page, server }) => {
  const id = await startBench(page);
  await expectSent(page);
  await server.kill();
  await logButton(page).click();
  await expect(page.getByText(/Offline · \d+ waiting/)).toBeVisible();
  expect(await page.evaluate(() => navigator.onLine)).toBe(true);
  await logButton(page).click();
  await expect.poll(() => countUnsent(page)).toBe(2);
  await server.restart();
  await expectSent(page, 90_000);
  expect(await completedOnServer(page, id)).toBe(2);
});

test("answers that are cut and requests that come twice do everything once", async ({ signedIn: page }) => {
  const id = await startBench(page);
  await expectSent(page);
  let calls = 0;
  await page.route(SYNC, async (route) => {
    calls += 1;
    if (calls === 1) {
      await route.fetch();
      return route.abort("connectionreset");
    }
    if (calls === 2) await route.fetch();
    await route.fulfill({ response: await route.fetch() });
  });
  await logButton(page).click();
  await logButton(page).click();
  await expectSent(page);
  expect(calls).toBeGreaterThan(1);
  const stored = await fetchWorkout(page, id);
  expect(stored?.exercises.flatMap((entry) => entry.sets)).toHaveLength(5);
  expect(await completedOnServer(page, id)).toBe(2);
  expect(await readTable(page, "issues")).toEqual([]);
});

test("a session that ends while offline keeps the queue and sends it after the next sign-in", async ({
  signedIn: page,
  context,
  server,
  email,
}) => {
  const id = await startBench(page);
  await expectSent(page);
  await context.setOffline(true);
  await logButton(page).click();
  await expect.poll(() => countUnsent(page)).toBe(1);
  await context.clearCookies();
  await context.setOffline(false);
  await expect(page.getByText(/sign in again to send/)).toBeVisible();
  await logButton(page).click();
  await expect.poll(() => countUnsent(page)).toBe(2);
  await page.getByText(/sign in again to send/).click();
  await signInHere(page, server, email);
  await expectSent(page);
  expect(await completedOnServer(page, id)).toBe(2);
});

test("a version that the server no longer understands keeps its queue and asks for the update", async ({ signedIn: page }) => {
  await startBench(page);
  await expectSent(page);
  await page.route(SYNC, (route) => {
    const body = route.request().postDataJSON() as object;
    return route.continue({ postData: JSON.stringify({ ...body, schema: 99 }) });
  });
  await logButton(page).click();
  await expect(page.getByText(/update FitFolio to send/)).toBeVisible();
  expect(await countUnsent(page)).toBe(1);
  // The update changes nothing as long as the server is the same; the queue outlives it.
  const reloaded = page.waitForEvent("load");
  await page.getByText(/update FitFolio to send/).click();
  await reloaded;
  await expect(page.getByText(/update FitFolio to send/)).toBeVisible();
  expect(await countUnsent(page)).toBe(1);
  await page.unroute(SYNC);
  await expectSent(page);
});

test("a device without room says so, keeps the set in memory and stores it when there is room again", async ({
  signedIn: page,
}) => {
  const id = await startBench(page);
  await expectSent(page);
  // Chromium 156 ignores `Storage.overrideQuotaForOrigin`, so the storage itself is made to refuse.
  await page.evaluate(() => {
    // oxlint-disable-next-line typescript/unbound-method -- called with the store it is asked of, below
    const add = IDBObjectStore.prototype.add;
    IDBObjectStore.prototype.add = function refuse(...row) {
      if ((globalThis as { is_full?: boolean }).is_full)
        throw new DOMException("The quota has been exceeded.", "QuotaExceededError");
      return add.apply(this, row);
    };
    Object.assign(globalThis, { is_full: true });
  });
  await logButton(page).click();
  await expect(page.getByText(/not stored · open/)).toBeVisible();
  await page.getByText(/not stored · open/).click();
  await expect(page.getByRole("alert").filter({ hasText: "could not be stored" })).toBeVisible();
  await page.getByRole("button", { name: "Try again" }).first().click();
  await expect(page.getByText("could not be stored")).toBeVisible();
  await page.evaluate(() => Object.assign(globalThis, { is_full: false }));
  await page.getByRole("button", { name: "Try again" }).first().click();
  await expect(page.getByText("could not be stored")).toHaveCount(0);
  await expectSent(page);
  expect(await completedOnServer(page, id)).toBe(1);
});

test("signing out with unsent changes warns, and keeps them for the next sign-in", async ({ signedIn: page, server, email }) => {
  const id = await startBench(page);
  await expectSent(page);
  await page.route(SYNC, (route) => route.abort("connectionrefused"));
  await logButton(page).click();
  await expect.poll(() => countUnsent(page)).toBe(1);
  await page.goto("/more");
  await page.getByRole("button", { name: "Sign out" }).click();
  const dialog = page.getByRole("dialog");
  await expect(dialog.getByText("1 change has not reached the server.")).toBeVisible();
  const download = page.waitForEvent("download");
  await dialog.getByRole("button", { name: "Save them to a file" }).click();
  expect((await download).suggestedFilename()).toMatch(/^fitfolio-unsent-.*\.json$/);
  await dialog.getByRole("button", { name: "Sign out and keep them here" }).click();
  await expect(page).toHaveURL(/sign-in/);
  await page.unroute(SYNC);
  await signIn(page, server, email);
  await expectSent(page);
  expect(await completedOnServer(page, id)).toBe(1);
});

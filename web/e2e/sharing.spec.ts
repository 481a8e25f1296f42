import type { Page } from "@playwright/test";
import { expect, expectNoAxeFindings, signInHere, test } from "./fixtures.ts";
import { expectSent } from "./local-data.ts";

/** A program goes from one account to another, and what becomes of it on both sides. */

const TEXT = 'program "Three fives"\n\nlift squat = squat-barbell\n\nday A\n  squat: 3x5\n';
const ADDRESS = "Address";

/** A program of one's own from a file; leads to its page. */
async function takeFile(page: Page): Promise<void> {
  await page.goto("/programs/new");
  await page.getByLabel("Program file").setInputFiles({ name: "fives.txt", mimeType: "text/plain", buffer: Buffer.from(TEXT) });
  await expect(page.getByRole("heading", { name: "Three fives", level: 1 })).toBeVisible();
  await expectSent(page);
}

async function openSharing(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Share", exact: true }).click();
  await expect(page.getByRole("dialog")).toBeVisible();
}

/** Make a link and return the path of its public page. */
async function makeLink(page: Page): Promise<string> {
  await page.getByRole("dialog").getByRole("button", { name: "Make a link" }).click();
  const url = await page.getByRole("dialog").getByLabel(ADDRESS).first().inputValue();
  return new URL(url).pathname;
}

async function saveText(page: Page, from: string, to: string): Promise<void> {
  await page.getByRole("button", { name: "Edit", exact: true }).click();
  await page.getByRole("tab", { name: /Text/ }).click();
  const area = page.getByLabel("Text of the program");
  await area.fill((await area.inputValue()).replace(from, to));
  await page.getByRole("button", { name: /^Save edition/ }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Save", exact: true }).click();
  await expect(page).toHaveURL(/\/programs\/[0-9a-f-]{36}$/);
  await expectSent(page);
}

test("a link is passed on, copied, updated as a difference, and revoked", async ({ signedIn: page, browser, server, email }) => {
  // Answers are kept for half a minute here and a minute there, and this waits for three of them.
  test.slow();
  await takeFile(page);
  await openSharing(page);
  const dialog = page.getByRole("dialog");
  await expect(dialog.getByText("They never see your numbers", { exact: false })).toBeVisible();
  await dialog.getByRole("switch", { name: "Show a name" }).check();
  await dialog.getByLabel("Name", { exact: true }).fill("Kim");
  const path = await makeLink(page);
  expect(path).toMatch(/^\/p\/\S{20,}$/);
  await dialog.getByRole("button", { name: "QR code" }).click();
  const code = dialog.getByRole("img", { name: /^QR code/ });
  await expect.poll(() => code.evaluate((image: HTMLImageElement) => image.complete && image.naturalWidth > 0)).toBe(true);
  await expectNoAxeFindings(page);
  await dialog.getByRole("button", { name: "Close" }).click();

  const context = await browser.newContext({ baseURL: server.url, locale: "en-GB" });
  const reader = await context.newPage();
  await reader.goto(path);
  await expect(reader.getByRole("heading", { name: "Three fives", level: 1 })).toBeVisible();
  await expect(reader.getByText("Kim", { exact: false }).first()).toBeVisible();
  expect(await reader.content()).not.toContain(email);
  // The address it names is the server's own; here it runs on a port of the test.
  await expect(reader.getByRole("link", { name: "Copy into my FitFolio" })).toHaveAttribute("href", /\/shared\//);
  await reader.goto(path.replace("/p/", "/shared/"));
  await signInHere(reader, server, `reader-${email}`);
  await expect(reader).toHaveURL(/\/shared\//);
  await expect(reader.getByRole("heading", { name: "Three fives", level: 1 })).toBeVisible();
  await expectNoAxeFindings(reader);
  await reader.getByRole("button", { name: "Copy to my programs" }).click();
  await expect(reader).toHaveURL(/\/programs\/[0-9a-f-]{36}$/);
  await expect(reader.getByText("Copied from “Three fives” by Kim")).toBeVisible();
  const copy = new URL(reader.url()).pathname;
  await reader.goto(path.replace("/p/", "/shared/"));
  await expect(reader.getByText("You have copied this already.")).toBeVisible();
  await expect(reader.getByRole("link", { name: "Open my copy" })).toHaveAttribute("href", copy);

  await saveText(page, "3x5", "5x5");
  await expect(async () => {
    // The answer is asked for again when it is half a minute old.
    await reader.goto(copy);
    await expect(reader.getByText("An update is offered.")).toBeVisible({ timeout: 3000 });
  }).toPass({ timeout: 60_000 });
  await reader.getByRole("button", { name: "See what changed" }).click();
  const offer = reader.getByRole("dialog");
  await expect(offer.getByText("removed: − squat: 3x5")).toBeVisible();
  await expect(offer.getByText("added: + squat: 5x5")).toBeVisible();
  await expectNoAxeFindings(reader);
  await offer.getByRole("button", { name: "Take it as a new edition" }).click();
  await expect(reader.getByText("An update is offered.")).toHaveCount(0);
  await reader.getByRole("tab", { name: "Editions" }).click();
  await expect(reader.getByText("Taken over from “Three fives”")).toBeVisible();
  await expectSent(reader);
  await reader.reload();
  await expect(reader.getByText("Taken over from “Three fives”")).toBeVisible();
  await expect(reader.getByText("An update is offered.")).toHaveCount(0);

  await openSharing(page);
  await dialog.getByRole("button", { name: "Revoke link" }).click();
  await dialog.getByRole("button", { name: "Revoke for good" }).click();
  await expect(dialog.getByText("1 closed link")).toBeVisible();
  expect((await page.request.get(path)).status()).toBe(404);
  await expect(async () => {
    await reader.goto(copy);
    await expect(reader.getByText("Its source is not shared any more.", { exact: false })).toBeVisible({ timeout: 3000 });
  }).toPass({ timeout: 60_000 });
  const late = await browser.newContext({ baseURL: server.url, locale: "en-GB" });
  const stranger = await late.newPage();
  await stranger.goto(path.replace("/p/", "/shared/"));
  await signInHere(stranger, server, `stranger-${email}`);
  await expect(stranger.getByRole("heading", { name: "Nothing behind this link" })).toBeVisible();
  await late.close();
  await expect(async () => {
    // A browser may keep the answer for a minute.
    await reader.goto(path.replace("/p/", "/shared/"));
    await expect(reader.getByRole("heading", { name: "Nothing behind this link" })).toBeVisible({ timeout: 3000 });
  }).toPass({ timeout: 90_000 });
  await context.close();
});

test("what is on the shelf is found by others here, without a network too", async ({ signedIn: page, browser, server, email }) => {
  await takeFile(page);
  await openSharing(page);
  await page.getByRole("dialog").getByRole("switch", { name: "Show it on the shelf here" }).check();
  const path = await makeLink(page);
  await page.goto("/programs");
  const list = page.getByRole("list", { name: "Shared here" });
  await expect(list.getByRole("link", { name: /Three fives/ }).first()).toContainText("Yours");

  const context = await browser.newContext({ baseURL: server.url, locale: "en-GB" });
  const other = await context.newPage();
  await other.goto("/programs");
  await signInHere(other, server, `other-${email}`);
  const row = other.locator(`a[href="${path.replace("/p/", "/shared/")}"]`);
  await row.click();
  await expect(other.getByRole("button", { name: "Copy to my programs" })).toBeVisible();
  await expect.poll(() => other.evaluate(async () => (await navigator.serviceWorker.ready).active?.state)).toBe("activated");
  await context.setOffline(true);
  await other.goto("/programs");
  await row.click();
  await expect(other.getByRole("heading", { name: "Three fives", level: 1 })).toBeVisible();
  await other.getByRole("button", { name: "Copy to my programs" }).click();
  await expect(other.getByText("The server cannot be reached.", { exact: false })).toBeVisible();
  await context.close();
});

test("a template is shared without its weights and copied", async ({ signedIn: page, browser, server, email }) => {
  await page.goto("/templates");
  await page.getByRole("button", { name: "New template" }).click();
  await page.getByRole("button", { name: "Add exercise" }).click();
  await page.getByRole("combobox", { name: "Search exercises" }).fill("Squat (Barbell)");
  await page.getByRole("option", { name: "Squat (Barbell)" }).first().click();
  await page.getByRole("textbox", { name: "Reps of set 1" }).fill("5");
  await page.getByRole("textbox", { name: /^Weight of set 1/ }).fill("123");
  await page.getByLabel("Name", { exact: true }).fill("Leg day");
  await page.getByLabel("Name", { exact: true }).blur();
  await expectSent(page);
  await openSharing(page);
  const path = await makeLink(page);
  await expectNoAxeFindings(page);

  const context = await browser.newContext({ baseURL: server.url, locale: "en-GB" });
  const other = await context.newPage();
  await other.goto(path.replace("/p/", "/shared/"));
  await signInHere(other, server, `other-${email}`);
  await expect(other.getByRole("heading", { name: "Leg day", level: 1 })).toBeVisible();
  await expect(other.getByText("1 × 5 reps")).toBeVisible();
  await expect(other.getByText("123")).toHaveCount(0);
  await expectNoAxeFindings(other);
  await other.getByRole("button", { name: "Copy to my templates" }).click();
  await expect(other).toHaveURL(/\/templates\/[0-9a-f-]{36}$/);
  await expect(other.getByLabel("Name", { exact: true })).toHaveValue("Leg day");
  await context.close();
});

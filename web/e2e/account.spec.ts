import type { Browser, Page } from "@playwright/test";
import { keysOf, plugIn } from "./authenticator.ts";
import { expect, passWelcome, signIn, test } from "./fixtures.ts";
import { expectSent } from "./local-data.ts";
import type { RunningServer } from "./server.ts";

/** The account's own pages: passkeys, devices, tokens, the address, the end. */

test.use({ hostname: "localhost" });

const PASSKEYS = "/settings/security";
const ACCOUNT = "/settings/account";
const FIREFOX = "Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:145.0) Gecko/20100101 Firefox/145.0";

/** Links of the letters that confirm an address, oldest first, as a server without mail prints them. */
function confirmations(server: RunningServer, side: "old" | "new"): string[] {
  const subject = side === "old" ? "Confirm your new FitFolio address" : "Confirm this address for FitFolio";
  const letters = server.output().split(`${subject}\n`).slice(1);
  return letters.map((letter) => /#token=(\S+)/.exec(letter)?.[1] ?? "");
}

/** Open a letter's link where nobody is signed in, and confirm. */
async function confirm(browser: Browser, server: RunningServer, token: string | undefined, said: string): Promise<void> {
  const context = await browser.newContext({ baseURL: server.url, locale: "en-GB" });
  const mailbox = await context.newPage();
  await mailbox.goto(`/auth/confirm-email#token=${token}`);
  await mailbox.getByRole("button", { name: "Confirm" }).click();
  await expect(mailbox.getByRole("heading", { name: said })).toBeVisible();
  await context.close();
}

/** Somebody looks at the page again after having been elsewhere. */
async function comeBack(page: Page): Promise<void> {
  await page.evaluate(() => document.dispatchEvent(new Event("visibilitychange")));
}

test("the account moves when both mailboxes have confirmed", async ({ signedIn: page, browser, server, email }) => {
  await page.goto(ACCOUNT);
  await page.getByRole("button", { name: "Change address" }).click();
  const field = page.getByLabel("New e-mail address");
  await field.fill(email.toUpperCase());
  await page.getByRole("button", { name: "Send the letters" }).click();
  await expect(page.getByText("This is your address already.")).toBeVisible();
  await page.context().setOffline(true);
  await field.fill(`moved-${email}`);
  await page.getByRole("button", { name: "Send the letters" }).click();
  await expect(page.getByText("The server cannot be reached.", { exact: false })).toBeVisible();
  await expect(field).toHaveValue(`moved-${email}`);
  await page.context().setOffline(false);
  await page.getByRole("button", { name: "Send the letters" }).click();
  await expect(page.getByText(`Waiting for ${email}`)).toBeVisible();
  await expect(page.getByText(`Waiting for moved-${email}`)).toBeVisible();

  await expect.poll(() => confirmations(server, "new").length).toBe(1);
  await confirm(browser, server, confirmations(server, "new")[0], "Confirmed");
  await comeBack(page);
  await expect(page.getByText(`moved-${email} has confirmed`)).toBeVisible();
  await expect.poll(() => confirmations(server, "old").length).toBe(1);
  await page.getByRole("button", { name: "Send again" }).click();
  await expect.poll(() => confirmations(server, "old").length).toBe(2);
  expect(confirmations(server, "new")).toHaveLength(1);
  await expect(page.getByText(`moved-${email} has confirmed`)).toBeVisible();

  await confirm(browser, server, confirmations(server, "old")[1], "The account has moved");
  await comeBack(page);
  await expect(page.getByText(`Your account has moved to moved-${email}`)).toBeVisible();
  await expect(page.getByRole("button", { name: "Change address" })).toBeVisible();
});

test("another device is signed out and stops at once", async ({ signedIn: page, browser, server, email }) => {
  const context = await browser.newContext({ baseURL: server.url, userAgent: FIREFOX, locale: "en-GB" });
  const other = await context.newPage();
  await signIn(other, server, email);
  await page.goto(PASSKEYS);
  await expect(page.getByText("This device", { exact: true })).toHaveCount(1);
  await page.getByRole("button", { name: "Sign out Firefox on Windows" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Sign out" }).click();
  await expect(page.getByText("No other device is signed in.")).toBeVisible();
  // Without a reload: its live connection has been closed.
  await expect(other.getByRole("link", { name: "Sign in again to go on syncing" })).toBeVisible();
  await context.close();
});

test("a token is made, shown once, used by a script and revoked", async ({ signedIn: page, server }) => {
  const use = async (token: string, method = "GET") => {
    const headers = { Authorization: `Bearer ${token}` };
    return (await fetch(`${server.url}/api/v1/workouts`, { method, headers })).status;
  };
  await page.goto("/settings/tokens");
  await expect(page.getByRole("heading", { name: "No tokens yet" })).toBeVisible();
  await page.getByRole("button", { name: "New token" }).click();
  await page.getByLabel("What it is for").fill("Spreadsheet");
  await page.getByRole("button", { name: "Make the token" }).click();
  const token = await page.getByLabel("Token", { exact: true }).inputValue();
  expect(await use(token)).toBe(200);
  expect(await use(token, "POST")).toBe(403);
  await expect(page.getByText(`curl -H "Authorization: Bearer ${token}"`, { exact: false })).toBeVisible();
  await page.reload();
  await expect(page.getByText("Spreadsheet")).toBeVisible();
  await expect(page.getByText(/Last used: Today/)).toBeVisible();
  expect(await page.content()).not.toContain(token);
  await page.getByRole("button", { name: "Revoke Spreadsheet" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Revoke" }).click();
  await expect(page.getByRole("heading", { name: "No tokens yet" })).toBeVisible();
  expect(await use(token)).toBe(401);
});

test("a deleted account can be kept, and a paused one goes on with the next sign-in", async ({ page, server, email }) => {
  // The first account administrates the server, and as the last one of its kind it must stay.
  await server.run("user", "create", "host@example.org", "--admin");
  await signIn(page, server, email);
  await passWelcome(page);
  await expectSent(page);
  await page.goto(ACCOUNT);
  await page.getByRole("button", { name: "Delete my account" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("button", { name: "Delete" }).click();
  await expect(dialog.getByText("Type your address to confirm.")).toBeVisible();
  await dialog.getByLabel("Your e-mail address, to confirm").fill(email);
  await dialog.getByRole("button", { name: "Delete" }).click();
  await expect(page).toHaveURL(/sign-in/);
  await expect.poll(() => page.evaluate(async () => (await indexedDB.databases()).length)).toBe(0);

  await signIn(page, server, email);
  await page.goto("/settings");
  await page.getByRole("button", { name: "Keep my account" }).click();
  await expect(page.getByText("Your account stays")).toBeVisible();
  await expect(page.getByRole("heading", { name: "This account will be deleted" })).toHaveCount(0);

  await page.goto(ACCOUNT);
  await page.getByRole("button", { name: "Pause my account" }).click();
  await dialog.getByRole("button", { name: "Pause" }).click();
  await expect(page).toHaveURL(/sign-in/);
  await signIn(page, server, email);
  await page.goto(ACCOUNT);
  await expect(page.getByRole("button", { name: "Delete my account" })).toBeVisible();
});

test("a passkey is added, renamed and removed, and the password manager hears of it", async ({ signedIn: page }) => {
  const device = await plugIn(page, { touched: true });
  const kept = async () => (await keysOf(device)).length;
  await page.goto(PASSKEYS);
  await expect(page.getByRole("heading", { name: "No passkeys yet" })).toBeVisible();
  await page.getByRole("button", { name: "Add a passkey" }).click();
  await page.getByRole("dialog").getByLabel("Name").fill("Phone");
  await page.getByRole("dialog").getByRole("button", { name: "Continue" }).click();
  await expect(page.getByText("On its device only")).toBeVisible();
  await expect(page.getByText("Keep two", { exact: false })).toBeVisible();
  expect(await kept()).toBe(1);
  await page.getByRole("button", { name: "Rename Phone" }).click();
  await page.getByRole("dialog").getByLabel("Name").fill("Old phone");
  await page.getByRole("dialog").getByRole("button", { name: "Rename" }).click();
  await page.getByRole("button", { name: "Remove Old phone" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Remove" }).click();
  await expect(page.getByRole("heading", { name: "No passkeys yet" })).toBeVisible();
  // Told that none is left, it does not offer the removed one any more.
  await expect.poll(kept).toBe(0);
});

import type { Page } from "@playwright/test";
import { expect, expectNoAxeFindings, passWelcome, signIn, signInHere, test } from "./fixtures.ts";

test(
  "a new person signs in with the typed code and passes the welcome steps",
  { tag: "@desktop" },
  async ({ page, server, email }) => {
    await page.goto("/");
    await expect(page).toHaveURL(/\/sign-in/);
    await expectNoAxeFindings(page);
    await signIn(page, server, email);
    await expect(page).toHaveURL(/\/welcome/);
    await expect(page.getByRole("heading", { name: "Welcome" })).toBeVisible();
    await expectNoAxeFindings(page);
    await passWelcome(page);
  },
);

test("the link signs in by a tap, and only once", async ({ page, server, email }) => {
  await page.goto("/sign-in");
  await page.getByLabel("E-mail address").fill(email);
  await page.getByRole("button", { name: "Continue" }).click();
  await expect(page.getByLabel("Six-digit code")).toBeVisible();
  const { link } = await server.signInFor(email);
  await page.goto(link);
  await expectNoAxeFindings(page);
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(page.getByRole("heading", { name: "Welcome" })).toBeVisible();

  await page.context().clearCookies();
  await page.goto("/about");
  await page.goto(link);
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(page.getByText("wrong, has been used, or is too old")).toBeVisible();
});

test("a wrong code is refused in words and can be typed again", async ({ page, email }) => {
  await page.goto("/sign-in");
  await page.getByLabel("E-mail address").fill(email);
  await page.getByRole("button", { name: "Continue" }).click();
  await page.getByLabel("Six-digit code").fill("000000");
  await expect(page.getByRole("alert").filter({ hasText: "wrong" })).toBeVisible();
  await expect(page.getByLabel("Six-digit code")).toHaveValue("");
});

test("an expired session keeps the local data readable and asks for a new sign-in", async ({ signedIn: page }) => {
  await expectAllSent(page);
  await page.context().clearCookies();
  await page.goto("/more");
  await expect(page.getByRole("link", { name: "Sign in again to go on syncing" })).toBeVisible();
  await expect(page.getByRole("heading", { name: "More" })).toBeVisible();
});

test("signing in again over a page keeps what was typed there, and other tabs follow", async ({
  signedIn: page,
  server,
  email,
}) => {
  await expectAllSent(page);
  const other = await page.context().newPage();
  await page.context().clearCookies();
  await other.goto("/more");
  await page.goto("/exercises/new");
  await page.getByLabel("Name").fill("Zercher squat");
  await page.getByRole("link", { name: "Sign in again to go on syncing" }).click();
  await expect(page.getByRole("dialog").getByText(email)).toBeVisible();
  await expect(page.getByLabel("E-mail address")).toHaveValue(email);
  await expectNoAxeFindings(page);
  await signInHere(page, server, email);
  await expect(page.getByRole("dialog")).toHaveCount(0);
  await expect(page.getByLabel("Name")).toHaveValue("Zercher squat");

  await expect(other.getByRole("link", { name: "Sign in again to go on syncing" })).toHaveCount(0);
  await other.getByRole("button", { name: "Sign out" }).click();
  await other.getByRole("dialog").getByRole("button", { name: "Sign out" }).click();
  await expect(page).toHaveURL(/sign-in/);
  await expect.poll(() => page.evaluate(async () => (await indexedDB.databases()).map((db) => db.name))).toEqual([]);
});

test("signing out removes the account from the device", { tag: "@desktop" }, async ({ signedIn: page }) => {
  await expectAllSent(page);
  await page.goto("/more");
  await page.getByRole("button", { name: "Sign out" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Sign out" }).click();
  await expect(page).toHaveURL(/sign-in/);
  await expect.poll(() => page.evaluate(async () => (await indexedDB.databases()).map((db) => db.name))).toEqual([]);
});

/** What the welcome steps changed is on its way for a moment; what waits is another test's matter. */
async function expectAllSent(page: Page): Promise<void> {
  await page.goto("/device");
  await expect(page.getByText("Everything is on the server.", { exact: false })).toBeVisible();
}

test("an account moves when both addresses have confirmed, wherever the links are opened", async ({
  signedIn: page,
  server,
  email,
}) => {
  const links = () => [...server.output().matchAll(/\S+(\/auth\/confirm-email#token=\S+)/g)].map((match) => match[1] ?? "");
  const before = links().length;
  await page.evaluate(async (address) => {
    const csrf = /csrf_token=([^;]+)/.exec(document.cookie)?.[1] ?? "";
    await fetch("/api/v1/auth/email/change", {
      method: "POST",
      headers: { "Content-Type": "application/json", "X-CSRF-Token": csrf },
      body: JSON.stringify({ email: address }),
    });
  }, `moved-${email}`);
  await expect.poll(() => links().length).toBe(before + 2);
  const [old_side = "", new_side = ""] = links().slice(before);
  await page.goto(old_side);
  await expectNoAxeFindings(page);
  await page.getByRole("button", { name: "Confirm" }).click();
  await expect(page.getByRole("heading", { name: "Confirmed" })).toBeVisible();
  await page.goto("/about");
  await page.goto(new_side);
  await page.getByRole("button", { name: "Confirm" }).click();
  await expect(page.getByRole("heading", { name: "The account has moved" })).toBeVisible();
  await page.goto("/about");
  await page.goto(new_side);
  await page.getByRole("button", { name: "Confirm" }).click();
  await expect(page.getByText("wrong, has been used, or is too old", { exact: false })).toBeVisible();
});

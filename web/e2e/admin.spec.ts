import type { Browser, Page } from "@playwright/test";
import { expect, expectNoAxeFindings, passWelcome, signIn, signInHere, test } from "./fixtures.ts";
import type { RunningServer } from "./server.ts";

/** An administrator looks after other people, and everybody else is kept out. */

/** Sign in and become an administrator, by the way of the host: the first account may be another test's. */
async function signInAsAdmin(page: Page, server: RunningServer, email: string): Promise<void> {
  await server.run("user", "create", email, "--admin");
  await signIn(page, server, email);
  await passWelcome(page);
  await page.goto("/more");
  await page
    .getByRole("main")
    .getByRole("link", { name: /^Administration/ })
    .click();
  await expect(page.getByRole("heading", { name: "Administration", level: 1 })).toBeVisible();
}

async function openAs(browser: Browser, server: RunningServer): Promise<Page> {
  const context = await browser.newContext({ baseURL: server.url, locale: "en-GB" });
  return context.newPage();
}

/** The dialog of an account in the list of people; on phones the whole row opens it. */
async function openPerson(page: Page, email: string): Promise<void> {
  await page.getByRole("searchbox", { name: "Search by address" }).fill(email);
  await page.getByRole("button", { name: email }).click();
  await expect(page.getByRole("dialog").getByRole("heading", { name: email })).toBeVisible();
}

test(
  "somebody is invited, signs in, is stopped at once, and both acts are in the log",
  { tag: "@desktop" },
  async ({ page, browser, server, email }) => {
    const guest = `guest-${email}`;
    await signInAsAdmin(page, server, email);
    await page
      .getByRole("main")
      .getByRole("link", { name: /^People/ })
      .first()
      .click();
    await page.getByRole("button", { name: "Invite", exact: true }).click();
    await page.getByRole("dialog").getByLabel("E-mail address").fill(guest);
    await page.getByRole("button", { name: "Send the invitation" }).click();
    await expect(page.getByRole("list", { name: "Invitations" }).getByText(guest)).toBeVisible();

    const other = await openAs(browser, server);
    await other.goto("/sign-in");
    await signInHere(other, server, guest);
    await passWelcome(other);
    await other.goto("/admin/users");
    await expect(other.getByRole("heading", { name: "For administrators" })).toBeVisible();
    await other.goto("/more");
    await expect(other.getByRole("link", { name: /^Settings/ })).toBeVisible();
    await expect(other.getByRole("link", { name: /^Administration/ })).toHaveCount(0);

    await page.reload();
    await expect(page.getByRole("list", { name: "Invitations" }).getByText("Accepted")).toBeVisible();
    await openPerson(page, guest);
    await page
      .getByRole("dialog")
      .getByRole("button", { name: /^Deactivate/ })
      .click();
    const question = page.getByRole("dialog", { name: `Deactivate ${guest}?` });
    await expect(question.getByText("stop at once")).toBeVisible();
    await expectNoAxeFindings(page);
    await question.getByRole("button", { name: "Deactivate" }).click();
    await expect(question).toBeHidden();
    await expect(page.getByRole("main").getByText("Deactivated", { exact: true }).last()).toBeVisible();
    await other.goto("/");
    await expect(other.getByRole("link", { name: "Sign in again to go on syncing" })).toBeVisible();
    await other.context().close();

    await page.goto(`/admin/audit?email=${encodeURIComponent(guest)}`);
    const events = page.getByRole("main");
    await expect(events.getByText("The account was deactivated").last()).toBeVisible();
    await page.getByLabel("What happened").selectOption({ label: "Invited somebody" });
    await expect(events.getByText("1 event", { exact: true })).toBeVisible();
    await page.getByLabel("What happened").selectOption({ label: "The account was deactivated" });
    await expect(page).toHaveURL(/event_type=user_deactivated/);
    await expect(events.getByText("1 event", { exact: true })).toBeVisible();
    await page.getByRole("button", { name: /^(All about this event|The account was deactivated)/ }).click();
    await expect(page.getByRole("dialog").getByText(email, { exact: true })).toBeVisible();
    await expect(page.getByRole("dialog").getByText("127.0.0.1")).toBeVisible();
  },
);

test("without a mail server a test mail says that the console got it; without a connection the pages say so", async ({
  page,
  server,
  email,
}) => {
  await signInAsAdmin(page, server, email);
  const main = page.getByRole("main");
  await main.getByRole("link", { name: /^Mail/ }).click();
  await page.getByLabel("Send a test mail to").fill("host@example.org");
  await page.getByRole("button", { name: "Send", exact: true }).click();
  await expect(page.getByText("was printed on the server's console", { exact: false })).toBeVisible();
  expect(server.output()).toContain("FitFolio test");
  await expect(page.getByRole("list", { name: "Letters" }).getByText("host@example.org")).toBeVisible();

  await main.getByRole("link", { name: "Back" }).click();
  await expect(page.getByRole("heading", { name: "Backups" })).toBeVisible();
  await page.context().setOffline(true);
  await main.getByRole("link", { name: /^Limits/ }).click();
  await expect(page.getByRole("heading", { name: "This needs a connection" })).toBeVisible();
  await page.context().setOffline(false);
  await expect(page.getByRole("heading", { name: "Limits in force" })).toBeVisible();
});

import AxeBuilder from "@axe-core/playwright";
import { test as base, expect, type Page } from "@playwright/test";
import { startServer, type RunningServer } from "./server.ts";

interface WorkerFixtures {
  /** The host name of its public address; passkeys want one that is no number. */
  readonly hostname: string;
  /** One server per worker; tests keep apart by using an account each. */
  readonly server: RunningServer;
}

interface TestFixtures {
  /** A fresh e-mail address. */
  readonly email: string;
  /** A page of a new account that has passed the welcome steps. */
  readonly signedIn: Page;
}

export const test = base.extend<TestFixtures, WorkerFixtures>({
  hostname: ["127.0.0.1", { option: true, scope: "worker" }],
  server: [
    async ({ hostname }, use) => {
      const server = await startServer({ hostname });
      await use(server);
      await server.stop();
    },
    { scope: "worker" },
  ],
  // The base address is the worker's own server.
  baseURL: async ({ server }, use) => use(server.url),
  // Playwright reads the fixture's needs from the pattern: an empty one means none.
  // oxlint-disable-next-line no-empty-pattern
  email: async ({}, use, info) => use(`lifter-${info.testId.slice(-12)}-${info.retry}@example.org`),
  signedIn: async ({ page, server, email }, use) => {
    await signIn(page, server, email);
    await passWelcome(page);
    await use(page);
  },
});

export { expect };

/** Sign in through the interface, with the code that the server prints. */
export async function signIn(page: Page, server: RunningServer, email: string): Promise<void> {
  await page.goto("/sign-in");
  await signInHere(page, server, email);
}

/** The same on a page that shows the sign-in already. */
export async function signInHere(page: Page, server: RunningServer, email: string): Promise<void> {
  const printed = () => server.output().split(`Sign in as ${email} `).length;
  const before = printed();
  await page.getByLabel("E-mail address").fill(email);
  await page.getByRole("button", { name: "Continue" }).click();
  await expect(page.getByLabel("Six-digit code")).toBeVisible();
  // A code of an earlier sign-in of the same person is no longer good.
  await expect.poll(printed).toBeGreaterThan(before);
  const { code } = await server.signInFor(email);
  await page.getByLabel("Six-digit code").fill(code);
  await expect(page.getByRole("main")).toBeVisible();
  await expect(page).not.toHaveURL(/sign-in/);
}

/** The steps of the first start, ended with "start without a file". */
export async function passWelcome(page: Page): Promise<void> {
  await expect(page.getByRole("heading", { name: "Welcome" })).toBeVisible();
  await page.getByRole("button", { name: "Continue" }).click();
  await page.getByRole("radio", { name: "Kilograms" }).check();
  await page.getByRole("button", { name: "Continue" }).click();
  await page.getByRole("button", { name: "Start without a file" }).click();
  await expect(page).toHaveURL("/");
}

/** What is wrong for people who do not see well; of the second theme only its colours can differ. */
export async function axeFindings(page: Page): Promise<string[]> {
  const findings: string[] = [];
  for (const scheme of ["dark", "light"] as const) {
    await page.emulateMedia({ colorScheme: scheme, reducedMotion: "reduce" });
    const axe = new AxeBuilder({ page }).setLegacyMode().options({ resultTypes: ["violations"] });
    if (scheme === "light") axe.withRules(["color-contrast"]);
    for (const { id, nodes } of (await axe.analyze()).violations) {
      findings.push(...nodes.map(({ html, failureSummary }) => `${scheme} ${id}: ${html} ${failureSummary ?? ""}`));
    }
  }
  return findings;
}

export async function expectNoAxeFindings(page: Page): Promise<void> {
  expect(await axeFindings(page)).toEqual([]);
}

import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { expect, expectNoAxeFindings, passWelcome, signIn, test as base } from "./fixtures.ts";
import { startServer, type RunningServer } from "./server.ts";

const EVE = "eve@example.org";
const SERVER = join(import.meta.dirname, "../../server");

/** A server with the small OpenID provider of the server's tests beside it. */
const test = base.extend<object, { server: RunningServer }>({
  server: [
    // oxlint-disable-next-line no-empty-pattern
    async ({}, use) => {
      const provider = spawn(join(SERVER, "../.venv/bin/python"), ["-m", "tests.support.openid", EVE], { cwd: SERVER });
      const [printed] = (await once(provider.stdout, "data")) as [Buffer];
      const server = await startServer({
        settings: {
          FITFOLIO_OIDC_ISSUER: printed.toString().trim(),
          FITFOLIO_OIDC_CLIENT_ID: "fitfolio",
          FITFOLIO_OIDC_CLIENT_SECRET: "the client's secret",
          FITFOLIO_OIDC_NAME: "Gym key",
        },
      });
      await use(server);
      await server.stop();
      provider.stdin.end();
    },
    { scope: "worker" },
  ],
});

test("who comes back from the issuer is there, also on a device with somebody else's data", async ({ page, server, email }) => {
  await signIn(page, server, email);
  await passWelcome(page);
  // Another person has the device now; what was logged on it stays and belongs to the first.
  await page.context().clearCookies();
  await page.evaluate(async () => {
    const init = { method: "POST", headers: { "Content-Type": "application/json" }, body: '{"next":"/settings/security"}' };
    const answer = (await (await fetch("/api/v1/auth/oidc/start", init)).json()) as { url: string };
    location.assign(answer.url);
  });
  await expect(page).toHaveURL(/\/settings\/security$/);
  const identity = page.getByRole("listitem").filter({ hasText: EVE });
  await expect(identity).toBeVisible();
  await expectNoAxeFindings(page);
  await page.goto("/more");
  await expect(page.getByRole("main").getByText(EVE).first()).toBeVisible();
  await expect(page.getByText(email)).toHaveCount(0);
});

test("a refusal of the issuer is said in words, and the next try leads to where one was going", async ({ page }) => {
  await page.goto("/auth/oidc#error=oidc.cancelled&next=%2Fhistory");
  await expect(page.getByText("You cancelled. Nothing has happened.")).toBeVisible();
  await expectNoAxeFindings(page);
  await page.getByRole("link", { name: "Back to signing in" }).click();
  await page.getByRole("button", { name: "Sign in with Gym key" }).click();
  await expect(page).toHaveURL(/\/history$/);
});

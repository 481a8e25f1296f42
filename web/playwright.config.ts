import { existsSync } from "node:fs";
import { defineConfig, devices } from "@playwright/test";

/** A browser of the system if there is one; else the one that `playwright install chromium` brought. */
const system_browser = [process.env["CHROMIUM_PATH"], "/usr/bin/chromium"].find((path) => path && existsSync(path));

const ACCESSIBILITY = "axe.spec.ts";

const launchOptions = {
  ...(system_browser ? { executablePath: system_browser } : {}),
  args: [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
  ],
};

export default defineConfig({
  testDir: "e2e",
  outputDir: "test-results",
  fullyParallel: true,
  workers: 2,
  forbidOnly: Boolean(process.env["CI"]),
  reporter: [["list"]],
  // Machines that run other things beside the tests are slow, not wrong.
  timeout: 120_000,
  expect: { timeout: 25_000 },
  retries: process.env["CI"] ? 2 : 0,
  use: { launchOptions, trace: "retain-on-failure", locale: "en-GB", timezoneId: "Europe/Berlin" },
  projects: [
    { name: "phone", testIgnore: ACCESSIBILITY, use: { ...devices["Pixel 7"], viewport: { width: 360, height: 800 } } },
    // Twice where the wide layout or a mouse and a keyboard are another way to the same end.
    {
      name: "desktop",
      testIgnore: ACCESSIBILITY,
      grep: /@desktop/,
      use: { ...devices["Desktop Chrome"], viewport: { width: 1440, height: 900 } },
    },
    // Takes both sizes itself, on one account with one server: see there.
    { name: "accessibility", testMatch: ACCESSIBILITY },
  ],
});

import { axeFindings, expect, test } from "./fixtures.ts";

const PAGES = [
  "/",
  "/train",
  "/history",
  "/history/calendar",
  "/workouts/new",
  "/exercises",
  "/progress",
  "/body",
  "/import",
  "/export",
  "/more",
  "/settings",
  "/about",
  "/nowhere",
];

test("no page of a new account has accessibility findings or logs an error", async ({ signedIn: page }) => {
  const errors: string[] = [];
  page.on("console", (message) => {
    if (message.type() === "error") errors.push(message.text());
  });
  page.on("pageerror", (error) => errors.push(error.message));
  for (const path of PAGES) {
    await page.goto(path);
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    expect.soft(await axeFindings(page), path).toEqual([]);
    expect.soft(errors.splice(0), path).toEqual([]);
  }
});

test("the theme and the language chosen in the settings survive a reload", { tag: "@desktop" }, async ({ signedIn: page }) => {
  await page.goto("/settings");
  await page.getByRole("radio", { name: "Light" }).check();
  await page.getByLabel("Language").selectOption("de");
  await expect(page.getByRole("heading", { name: "Einstellungen" })).toBeVisible();
  await page.reload();
  await expect(page.getByRole("heading", { name: "Einstellungen" })).toBeVisible();
  await expect(page.locator("html")).toHaveAttribute("data-theme", "light");
  await expect(page.locator("html")).toHaveAttribute("lang", "de");
});

test("after the first visit the app starts without a network", async ({ signedIn: page }) => {
  await page.goto("/more");
  await expect.poll(() => page.evaluate(async () => (await navigator.serviceWorker.ready).active?.state)).toBe("activated");
  await page.context().setOffline(true);
  await page.goto("/settings");
  await expect(page.getByRole("heading", { name: "Settings" })).toBeVisible();
  await expect(page.getByText("Offline", { exact: false }).first()).toBeVisible();
});

test("every page is reached with the keyboard from the navigation", { tag: "@desktop" }, async ({ signedIn: page }) => {
  await page.goto("/");
  await expect(page.getByRole("navigation", { name: "Main" })).toBeVisible();
  await page.keyboard.press("Tab");
  await expect(page.getByRole("link", { name: "Skip to content" })).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("main")).toBeFocused();
});

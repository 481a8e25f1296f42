import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { BrowserContext, Locator, Page } from "@playwright/test";
import { axeFindings, expect, test as base } from "./fixtures.ts";

/** Every page of the app, with data, at both sizes and in both themes: axe finds nothing. */

const SIZES = { phone: { width: 360, height: 800 }, desktop: { width: 1440, height: 900 } };
const EMAIL = "demo@example.org";
const FILE = `Date,Workout Name,Duration,Exercise Name,Set Order,Weight,Reps,Distance,Seconds,Notes,Workout Notes,RPE
2026-03-02 18:05:00,Evening,1h,Bench Press (Barbell),1,60,8,0,0,,,8
2026-03-02 18:05:00,Evening,1h,Bench Press (Barbell),2,60,877777,0,0,,,
2026-03-02 18:05:00,Evening,1h,Zercher Carry on Sand,1,40,5,0,0,,,
not a date,Evening,1h,Squat (Barbell),1,100,5,0,0,,,
`;

interface RouteLine {
  readonly path: string;
  readonly is_public: boolean;
}

/** The list that the router itself uses, so that a new page cannot be forgotten here. */
function readRoutes(): RouteLine[] {
  const text = readFileSync(join(import.meta.dirname, "../src/app/routes.ts"), "utf8");
  const entries = text.split(/\bpath: "/).slice(1);
  const routes = entries.map((entry) => ({ path: entry.slice(0, entry.indexOf('"')), is_public: /\bpublic: true/.test(entry) }));
  const pages = text.match(/\bpage: (?:first|lazy)Page\(\(\)/g) ?? [];
  if (routes.length === 0 || routes.length !== pages.length) throw new Error("routes.ts is written in a way this test cannot read");
  return routes;
}

interface WorkerFixtures {
  /** A browser where the demo account is signed in; one for all tests; they add a workout and a template at most. */
  readonly demo: { readonly context: BrowserContext; readonly page: Page };
}

const test = base.extend<object, WorkerFixtures>({
  demo: [
    async ({ browser, server }, use) => {
      const printed = await server.run("demo", "--email", EMAIL);
      const link = /http:\S+#token=\S+/.exec(printed)?.[0] ?? "";
      const context = await browser.newContext({ baseURL: server.url, reducedMotion: "reduce", locale: "en-GB" });
      const page = await context.newPage();
      await page.goto(link);
      await page.getByRole("button", { name: "Sign in" }).click();
      await expect(page).toHaveURL(`${server.url}/`);
      await use({ context, page });
      await context.close();
    },
    { scope: "worker" },
  ],
});

// One after the other in one worker: a second one would need a second server with its own demo.
test.describe.configure({ mode: "default" });

async function expectNoFindings(page: Page): Promise<void> {
  const findings: string[] = [];
  for (const [size, viewport] of Object.entries(SIZES)) {
    await page.setViewportSize(viewport);
    findings.push(...(await axeFindings(page)).map((finding) => `${size} ${finding}`));
  }
  expect(findings).toEqual([]);
}

/** Loaded means: a heading, and no placeholder any more. */
async function open(page: Page, path: string): Promise<void> {
  await page.setViewportSize(SIZES.phone);
  await page.goto(path);
  await settle(page);
}

async function settle(page: Page): Promise<void> {
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await expect(page.getByRole("status").filter({ hasText: "Loading" })).toHaveCount(0);
}

async function linkTo(page: Page, list: string, pattern: string): Promise<string> {
  await open(page, list);
  const link = page.locator(`main a[href^="${pattern}"]:not([href$="/new"])`).first();
  return (await link.getAttribute("href")) ?? "";
}

/** A workout under way: the one there is, else one of the last again. */
async function liveWorkout(page: Page): Promise<string> {
  await open(page, "/train");
  const running = page.getByRole("link", { name: "Continue" });
  const again = page.getByRole("button", { name: /sets? ·/ }).first();
  await expect(running.or(again).first()).toBeVisible();
  if (await running.isVisible()) await running.click();
  else await again.click();
  await expect(page).toHaveURL(/\/train\/[0-9a-f-]{36}$/);
  return new URL(page.url()).pathname;
}

async function someTemplate(page: Page): Promise<string> {
  await open(page, "/templates");
  const there = page.locator('main a[href^="/templates/"]').first();
  const make = page.getByRole("button", { name: /^New( template)?$/ }).first();
  await expect(make).toBeVisible();
  if ((await there.count()) > 0) await there.click();
  else await make.click();
  await expect(page).toHaveURL(/\/templates\/[0-9a-f-]{36}$/);
  return new URL(page.url()).pathname;
}

/** The editor of a program of one's own: a copy of one of the library. */
async function ownProgram(page: Page): Promise<string> {
  await open(page, "/programs/library/531-bbb");
  await page.getByRole("button", { name: "Copy", exact: true }).click();
  await expect(page).toHaveURL(/\/programs\/[0-9a-f-]{36}\/edit$/);
  return new URL(page.url()).pathname;
}

/** The page behind a link to a copy of a program of the library. */
async function someLink(page: Page): Promise<string> {
  await open(page, (await ownProgram(page)).replace(/\/edit$/, ""));
  await page.getByRole("button", { name: "Share", exact: true }).click();
  await page.getByRole("button", { name: "Make a link" }).click();
  const url = await page.getByLabel("Address").first().inputValue();
  return new URL(url).pathname.replace("/p/", "/shared/");
}

/** Where a path with an id leads in the demo account. */
const EXAMPLES: Readonly<Record<string, (page: Page) => Promise<string>>> = {
  "/workouts/:id": (page) => linkTo(page, "/history", "/workouts/"),
  "/workouts/:id/edit": async (page) => `${await linkTo(page, "/history", "/workouts/")}/edit`,
  "/train/:id": liveWorkout,
  "/train/:id/finish": async (page) => `${await liveWorkout(page)}/finish`,
  "/templates/:id": someTemplate,
  "/programs/library/:slug": () => Promise.resolve("/programs/library/531-bbb?show=preview"),
  "/programs/:id": async (page) => (await ownProgram(page)).replace(/\/edit$/, "?show=editions"),
  "/programs/:id/edit": ownProgram,
  "/shared/:token": someLink,
  "/programs/enrol/library/:slug": () => Promise.resolve("/programs/enrol/library/531-bbb"),
  "/programs/enrol/:version_id": async (page) => linkTo(page, (await ownProgram(page)).replace(/\/edit$/, ""), "/programs/enrol/"),
  "/enrolments/:id": (page) => linkTo(page, "/train", "/enrolments/"),
  "/exercises/:id": (page) => linkTo(page, "/progress", "/exercises/"),
  "/imports/:id": async (page) => {
    await open(page, "/import");
    await page.locator("input[type=file]").setInputFiles({ name: "strong.csv", mimeType: "text/csv", buffer: Buffer.from(FILE) });
    await expect(page).toHaveURL(/\/imports\/\w/);
    return new URL(page.url()).pathname;
  },
};

for (const { path, is_public } of readRoutes()) {
  test(`${path} has no accessibility findings`, async ({ demo: { page } }) => {
    const example = path.includes(":") ? EXAMPLES[path] : () => Promise.resolve(path);
    if (!example) throw new Error(`${path} needs an example in this test`);
    await open(page, await example(page));
    await expectNoFindings(page);
  });

  if (!is_public) continue;
  test(`${path} has no accessibility findings when signed out`, async ({ page }) => {
    await open(page, path);
    await expectNoFindings(page);
  });
}

test("a page that does not exist has no accessibility findings", async ({ demo: { page } }) => {
  await open(page, "/nowhere");
  await expectNoFindings(page);
});

const DIALOGS: readonly { readonly name: string; readonly path: string; readonly opener: (page: Page) => Locator }[] = [
  { name: "signing out", path: "/more", opener: (page) => page.getByRole("button", { name: "Sign out" }) },
  { name: "the equipment profile", path: "/exercises", opener: (page) => page.getByRole("button", { name: /equipment/i }) },
  { name: "sharing a program", path: "/programs/:id", opener: (page) => page.getByRole("button", { name: "Share", exact: true }) },
  { name: "picking an exercise", path: "/templates/:id", opener: (page) => page.getByRole("button", { name: /add exercise/i }) },
  { name: "a new token", path: "/settings/tokens", opener: (page) => page.getByRole("button", { name: "New token" }) },
  {
    name: "deleting the account",
    path: "/settings/account",
    opener: (page) => page.getByRole("button", { name: "Delete my account" }),
  },
  {
    name: "logging a body metric",
    path: "/body",
    opener: (page) => page.getByRole("main").getByRole("button", { name: /log|add/i }),
  },
];

for (const { name, path, opener } of DIALOGS) {
  test(`the dialog for ${name} has no accessibility findings`, async ({ demo: { page } }) => {
    await open(page, path.includes(":") ? ((await EXAMPLES[path]?.(page)) ?? path) : path);
    await opener(page).first().click();
    await expect(page.getByRole("dialog")).toBeVisible();
    await expectNoFindings(page);
  });
}

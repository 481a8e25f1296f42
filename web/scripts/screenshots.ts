/**
 * Takes the pictures in docs/images: every page, phone and desktop, dark and light, from the demo account.
 * `npm run screenshots` after a build; the server runs on a free port with its own data and is stopped at the end.
 */
import { existsSync } from "node:fs";
import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { chromium, type Browser, type BrowserContext, type Page } from "@playwright/test";
import { startServer, type RunningServer } from "../e2e/server.ts";

const OUT = join(import.meta.dirname, "../../docs/images");
const EMAIL = "demo@fitfolio.local";
const SETTLED_MS = 900;

const FRAMES = [
  { name: "phone", viewport: { width: 360, height: 800 }, touch: true },
  { name: "desktop", viewport: { width: 1440, height: 900 }, touch: false },
] as const;
const PLACE = { locale: "en-GB", timezoneId: "Europe/Berlin" } as const;
/** Pages whose chart is loaded after the rest. */
const WITH_CHART: ReadonlySet<string> = new Set(["exercise", "body"]);
const THEMES = ["dark", "light"] as const;

/** A small export in Strong's layout whose last exercise nobody knows, so that the preview has something to ask. */
const STRONG_FILE = [
  "Date,Workout Name,Duration,Exercise Name,Set Order,Weight,Reps,Distance,Seconds,Notes,Workout Notes,RPE",
  ...["2024-03-04", "2024-03-06", "2024-03-08"].flatMap((day, index) => [
    `${day} 18:05:00,"Full body",1h 5m,"Squat (Barbell)",W,52.5,5,0,0,"","",`,
    ...[1, 2, 3].map((set) => `${day} 18:05:00,"Full body",1h 5m,"Squat (Barbell)",${set},${82.5 + 2.5 * index},5,0,0,"","",8`),
    ...[1, 2, 3].map(
      (set) => `${day} 18:05:00,"Full body",1h 5m,"Bench Press (Barbell)",${set},${62.5 + 1.25 * index},5,0,0,"","",`,
    ),
    `${day} 18:05:00,"Full body",1h 5m,"Kneeling thing by the window",1,17.5,${index === 1 ? 3310 : 12},0,0,"","",`,
  ]),
  "",
].join("\n");

async function main(): Promise<void> {
  const executable = [process.env["CHROMIUM_PATH"], "/usr/bin/chromium"].find((path) => path && existsSync(path));
  const server = await startServer();
  const browser = await chromium.launch({
    ...(executable ? { executablePath: executable } : {}),
    args: ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking"],
  });
  try {
    await mkdir(OUT, { recursive: true });
    await takeAll(browser, server);
  } finally {
    await browser.close();
    await server.stop();
  }
}

async function takeAll(browser: Browser, server: RunningServer): Promise<void> {
  const printed = await server.run("demo", "--email", EMAIL);
  const link = /https?:\S+#token=\S+/.exec(printed)?.[0];
  if (!link) throw new Error(`the demo printed no link:\n${printed}`);
  const storage = await signIn(browser, link);
  for (const frame of FRAMES) {
    for (const theme of THEMES) {
      const look = {
        viewport: frame.viewport,
        isMobile: frame.touch,
        hasTouch: frame.touch,
        colorScheme: theme,
        ...PLACE,
      };
      const file = (name: string) => join(OUT, `${name}-${frame.name}-${theme}.png`);
      const stranger = await browser.newContext(look);
      const door = await stranger.newPage();
      await open(door, `${server.url}/sign-in`);
      await door.screenshot({ path: file("sign-in") });
      await stranger.close();
      const context = await browser.newContext({ ...look, storageState: storage });
      const page = await context.newPage();
      await takePages(page, server.url, (name) => page.screenshot({ path: file(name) }));
      await context.close();
    }
  }
}

type Storage = Awaited<ReturnType<BrowserContext["storageState"]>>;

async function signIn(browser: Browser, link: string): Promise<Storage> {
  const context = await browser.newContext(PLACE);
  const page = await context.newPage();
  await page.goto(link);
  await page.getByRole("button", { name: "Sign in" }).click();
  await page.waitForURL((url) => !url.pathname.startsWith("/auth"));
  const storage = await context.storageState();
  await context.close();
  return storage;
}

async function takePages(page: Page, url: string, shot: (name: string) => Promise<unknown>): Promise<void> {
  await open(page, `${url}/`);
  await page.locator("main a[href^='/workouts/']").first().waitFor();
  await page.waitForTimeout(SETTLED_MS);
  const workout = await page.locator("a[href^='/workouts/0']").first().getAttribute("href");
  const squat = await page.evaluate(async () => {
    const answer = await fetch("/api/v1/exercises?search=squat%20barbell&limit=1");
    return ((await answer.json()) as { exercises: { id: string }[] }).exercises[0]?.id;
  });
  await shot("home");
  const pages: [string, string][] = [
    ["history", "/history"],
    ["calendar", "/history/calendar"],
    ["workout", workout ?? "/history"],
    ["train", "/train"],
    ["past-workout", "/workouts/new"],
    ["templates", "/templates"],
    ["programs", "/programs"],
    ["program", "/programs/library/531-bbb"],
    ["program-preview", "/programs/library/531-bbb?show=preview"],
    ["program-volume", "/programs/library/531-bbb?show=volume"],
    ["exercises", "/exercises"],
    ["exercise", `/exercises/${squat}`],
    ["new-exercise", "/exercises/new"],
    ["progress", "/progress"],
    ["body", "/body"],
    ["import-start", "/import"],
    ["export", "/export"],
    ["more", "/more"],
    ["settings", "/settings"],
    ["gym", "/settings/gym"],
    ["security", "/settings/security"],
    ["account", "/settings/account"],
    ["tokens", "/settings/tokens"],
    ["admin", "/admin"],
    ["admin-users", "/admin/users"],
    ["admin-audit", "/admin/audit"],
    ["device", "/device"],
    ["about", "/about"],
  ];
  for (const [name, path] of pages) {
    await open(page, url + path);
    if (WITH_CHART.has(name)) {
      await page.locator("canvas").first().waitFor();
      await page.waitForTimeout(SETTLED_MS);
    }
    await shot(name);
  }
  await takeWorkout(page, url, shot);
  await open(page, `${url}/import`);
  await page
    .locator("input[type=file]")
    .setInputFiles({ name: "strong.csv", mimeType: "text/csv", buffer: Buffer.from(STRONG_FILE) });
  await page.waitForURL(/\/imports\//);
  await page.getByText("Kneeling thing by the window").first().waitFor({ state: "attached" });
  await page.waitForTimeout(SETTLED_MS);
  await shot("import");
}

/** A live workout in its states: planned, resting with a record, keys, plates, the end. It is discarded afterwards. */
async function takeWorkout(page: Page, url: string, shot: (name: string) => Promise<unknown>): Promise<void> {
  const log = page.getByRole("button", { name: /: log$/ }).first();
  const settle = () => page.waitForTimeout(SETTLED_MS / 2);
  await open(page, `${url}/train`);
  await page
    .getByRole("button", { name: /sets? ·/ })
    .filter({ hasText: "Legs" })
    .click();
  await page.waitForURL(/\/train\/0/);
  await log.waitFor();
  for (let set = 0; set < 4; set += 1) {
    await log.click();
    await settle();
  }
  await page.getByRole("button", { name: "More: Weight" }).click();
  await log.click();
  await settle();
  await shot("live-workout");
  await page.getByRole("button", { name: /^Weight:/ }).click();
  await settle();
  await shot("number-pad");
  await page.keyboard.press("Escape");
  await page
    .getByRole("button", { name: /^More about / })
    .nth(1)
    .click();
  await page.getByRole("button", { name: /^Plates/ }).click();
  await settle();
  await shot("plates");
  await page.getByRole("dialog").getByRole("button", { name: "Close" }).click();
  await page.getByRole("button", { name: "Finish", exact: true }).click();
  await page.getByRole("button", { name: "Save", exact: true }).waitFor();
  await page.waitForTimeout(SETTLED_MS);
  await shot("finish");
  await page.goBack();
  await page.getByRole("button", { name: "More about this workout" }).click();
  await page.getByRole("button", { name: "Discard" }).click();
  await page.waitForURL(/\/train$/);
}

async function open(page: Page, address: string): Promise<void> {
  await page.goto(address);
  await page.locator("h1").first().waitFor();
  await page.waitForTimeout(SETTLED_MS);
}

await main();

import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { BrowserContext, Page } from "@playwright/test";
import { leaveWhenStored, openBrowser, toCookies, watchForUsable, type Person } from "./browser.ts";
import { installDatabaseHelpers, queueChanges, timeUntilPulled, timeUntilSent } from "./local-database.ts";
import { installTapClock, timeTaps } from "./taps.ts";

interface Job extends Person {
  /** The app's own origin, without a slash at the end. */
  readonly url: string;
  /** The account's newest revision. */
  readonly revision: number;
  /** A live workout of this account with planned sets, and one of its sets. */
  readonly workout_id: string;
  readonly set_id: string;
  readonly queued: number;
  readonly taps: number;
  readonly starts: number;
}

const SLOWDOWN = 4;
const HOME_USABLE = 'main a[href^="/workouts/"]:not([href$="/new"])';
const LOG_BUTTON = 'main button[aria-label$=": log"]';

const job = JSON.parse(process.argv[2] ?? "{}") as Job;
const profile_dir = await mkdtemp(join(tmpdir(), "fitfolio-bench-"));

async function withPage<T>(use: (page: Page, context: BrowserContext) => Promise<T>): Promise<T> {
  const context = await openBrowser(profile_dir);
  try {
    await context.addCookies(toCookies(job, job.url));
    await context.addInitScript((user_id) => localStorage.setItem("fitfolio.user_id", user_id), job.user_id);
    const page = context.pages()[0] ?? (await context.newPage());
    await installDatabaseHelpers(page);
    return await use(page, context);
  } finally {
    await context.close();
  }
}

async function slowDown(page: Page, rate: number): Promise<void> {
  const devtools = await page.context().newCDPSession(page);
  await devtools.send("Emulation.setCPUThrottlingRate", { rate });
}

async function usableMs(page: Page): Promise<number> {
  await page.waitForFunction(() => "usable_ms" in globalThis, undefined, { timeout: 60_000 });
  return page.evaluate(() => (globalThis as never as { usable_ms: number }).usable_ms);
}

/** An empty browser: when the first page can be used, and when the whole account is here. */
const first_sync = await withPage(async (page) => {
  await page.addInitScript(watchForUsable, HOME_USABLE);
  await page.goto(job.url, { waitUntil: "commit" });
  const usable_ms = await usableMs(page);
  const complete_ms = await timeUntilPulled(page, job.revision);
  await leaveWhenStored(page);
  return { usable_ms, complete_ms };
});

/** Taps on the workout screen, with the whole account behind it. */
const taps = await withPage(async (page) => {
  await installTapClock(page);
  await page.goto(`${job.url}/train/${job.workout_id}`);
  await page.waitForSelector(LOG_BUTTON);
  await page.waitForTimeout(1_500);
  await timeTaps(page, 3);
  const plain_ms = await timeTaps(page, job.taps);
  await slowDown(page, SLOWDOWN);
  const slow_ms = await timeTaps(page, job.taps);
  await slowDown(page, 1);
  await timeUntilSent(page);
  return { plain_ms, slow_ms };
});

/** A long time without a network, then a start with one. */
const flushed_ms = await withPage(async (page) => {
  await page.goto(`${job.url}/about`);
  await timeUntilSent(page);
  await queueChanges(page, job.workout_id, job.set_id, job.queued);
  await page.reload();
  return timeUntilSent(page);
});

/** A new browser without a network on a slow processor, straight to the workout. */
const offline_start_ms: number[] = [];
for (let start = 0; start < job.starts; start += 1) {
  offline_start_ms.push(
    await withPage(async (page, context) => {
      await context.setOffline(true);
      await slowDown(page, SLOWDOWN);
      await page.addInitScript(watchForUsable, LOG_BUTTON);
      await page.goto(`${job.url}/train/${job.workout_id}`, { waitUntil: "commit" });
      return usableMs(page);
    }),
  );
}

await rm(profile_dir, { recursive: true, force: true, maxRetries: 5 });
console.log(JSON.stringify({ first_sync, taps, flushed_ms, offline_start_ms }));

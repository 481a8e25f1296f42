import type { Page } from "@playwright/test";

const BETWEEN_TAPS_MS = 1_500;
/** Between seeing another exercise and tapping in it lies at least a person's reaction. */
const REACTION_MS = 300;
const LOG = 'main button[aria-label$=": log"]';

/** Runs in the page before the app: note when a transaction that queued something is durable. */
export async function installTapClock(page: Page): Promise<void> {
  await page.addInitScript(() => {
    // oxlint-disable-next-line typescript/unbound-method -- called with the database it is asked of, below
    const original = IDBDatabase.prototype.transaction;
    const durable: number[] = [];
    IDBDatabase.prototype.transaction = function transaction(names, mode, options) {
      const begun = original.call(this, names, mode, options);
      const writes = mode === "readwrite" && begun.objectStoreNames.contains("outbox");
      if (writes) begun.addEventListener("complete", () => durable.push(performance.now()));
      return begun;
    };
    Object.assign(globalThis, { bench_durable: durable });
  });
}

/**
 * Log sets by their button; for each the time from the tap until its row is painted as done and its
 * transaction is durable, whichever is later [ms].
 */
export async function timeTaps(page: Page, count: number): Promise<number[]> {
  const times: number[] = [];
  for (let tap = 0; tap < count; tap += 1) {
    // The exercise is done: on to the next, as its button says.
    if ((await page.locator(LOG).count()) === 0) {
      await page.getByRole("button", { name: /^Next: / }).click();
      await page.waitForSelector(LOG);
      await page.waitForTimeout(REACTION_MS);
    }
    await page.waitForSelector(LOG);
    times.push(await page.evaluate(logOne, LOG));
    // Nobody lifts faster: what a set leaves to do for the line is over by the next.
    await page.waitForTimeout(BETWEEN_TAPS_MS);
  }
  return times;
}

async function logOne(selector: string): Promise<number> {
  const durable = (globalThis as never as { bench_durable: number[] }).bench_durable;
  const open = () => document.querySelectorAll<HTMLButtonElement>(selector);
  const before = open().length;
  const known = durable.length;
  const button = open()[0];
  if (!button) throw new Error("there is no set to log");
  const tapped = performance.now();
  button.click();
  const painted = await new Promise<number>((resolve) => {
    const look = () => {
      if (open().length >= before) return requestAnimationFrame(look);
      // The next frame begins when this one has been painted.
      return requestAnimationFrame((now) => resolve(now));
    };
    requestAnimationFrame(look);
  });
  const stored = await new Promise<number>((resolve) => {
    const look = () => {
      const at = durable[known];
      if (at === undefined) setTimeout(look, 1);
      else resolve(at);
    };
    look();
  });
  return Math.max(painted, stored) - tapped;
}

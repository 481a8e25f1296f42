import { chromium, type BrowserContext, type Cookie, type Page } from "@playwright/test";

/** Slow 4G as Chromium's own tools apply it per request, on a processor four times slower. */
const SLOW_4G = { offline: false, latency: 562.5, downloadThroughput: 1_474_560 / 8, uploadThroughput: 675_000 / 8 };
const CPU_SLOWDOWN = 4;

export const CHROMIUM_ARGUMENTS = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

export interface Person {
  readonly user_id: string;
  /** As a browser would send it: `name=value; name=value`. */
  readonly cookie: string;
}

export function toCookies(person: Person, url: string): Pick<Cookie, "name" | "value">[] {
  return person.cookie.split("; ").map((pair) => {
    const at = pair.indexOf("=");
    return { name: pair.slice(0, at), value: pair.slice(at + 1), url };
  });
}

/** A browser of its own on a profile folder: closing it is what closing the app is. */
export async function openBrowser(profile_dir: string): Promise<BrowserContext> {
  const executable = process.env["CHROMIUM_PATH"];
  return chromium.launchPersistentContext(profile_dir, {
    ...(executable ? { executablePath: executable } : {}),
    args: CHROMIUM_ARGUMENTS,
    viewport: { width: 360, height: 800 },
    deviceScaleFactor: 2,
    isMobile: true,
    hasTouch: true,
    locale: "en-GB",
  });
}

export interface Visit {
  /** From the start of the navigation until the page can be used [ms]. */
  readonly usable_ms: number;
  /** Until anything of the page was painted [ms]. */
  readonly painted_ms: number;
  /** Bytes that had come over the network by then [KiB]. */
  readonly wire_kib: number;
  readonly through_worker: boolean;
  /** One line per request: start and end [ms], size [KiB], path. */
  readonly waterfall: readonly string[];
}

/** Open `url` on a slow line with a slow processor, and time when `selector` is there. */
export async function timeVisit(page: Page, url: string, selector: string): Promise<Visit> {
  const devtools = await page.context().newCDPSession(page);
  await devtools.send("Network.enable");
  await devtools.send("Network.emulateNetworkConditions", SLOW_4G);
  await devtools.send("Emulation.setCPUThrottlingRate", { rate: CPU_SLOWDOWN });
  const requests = new Map<string, { path: string; start_s: number; end_s: number; bytes: number }>();
  devtools.on("Network.requestWillBeSent", ({ requestId, request, timestamp }) => {
    requests.set(requestId, { path: request.url.slice(new URL(url).origin.length), start_s: timestamp, end_s: Infinity, bytes: 0 });
  });
  devtools.on("Network.loadingFinished", ({ requestId, encodedDataLength, timestamp }) => {
    const request = requests.get(requestId);
    if (request) Object.assign(request, { end_s: timestamp, bytes: encodedDataLength });
  });
  await page.addInitScript(watchForUsable, selector);
  await page.goto(url, { waitUntil: "commit" });
  await page.waitForFunction(() => "usable_ms" in globalThis, undefined, { timeout: 30_000 });
  const seen = await page.evaluate(() => {
    const navigation = performance.getEntriesByType("navigation")[0] as PerformanceNavigationTiming;
    return {
      usable_ms: (globalThis as unknown as { usable_ms: number }).usable_ms,
      painted_ms: performance.getEntriesByName("first-contentful-paint")[0]?.startTime ?? Number.NaN,
      through_worker: navigation.workerStart > 0,
    };
  });
  const all = [...requests.values()];
  const zero_s = Math.min(...all.map((request) => request.start_s));
  const since = (time_s: number) => Math.round((time_s - zero_s) * 1000);
  const done = all.filter((request) => since(request.end_s) <= seen.usable_ms);
  await devtools.send("Emulation.setCPUThrottlingRate", { rate: 1 });
  await devtools.detach();
  return {
    ...seen,
    wire_kib: done.reduce((sum, request) => sum + request.bytes, 0) / 1024,
    waterfall: all.map((r) => `${since(r.start_s)}–${since(r.end_s)} ms ${(r.bytes / 1024).toFixed(1)} KiB ${r.path}`),
  };
}

/** Until the service worker has stored the app and the line is quiet: what a person's visit leaves behind. */
export async function leaveWhenStored(page: Page): Promise<void> {
  await page.waitForFunction(
    () => {
      void navigator.serviceWorker.ready.then(({ active }) => Object.assign(globalThis, { worker_state: active?.state }));
      return (globalThis as unknown as { worker_state?: string }).worker_state === "activated";
    },
    undefined,
    { timeout: 60_000, polling: 200 },
  );
  await page.waitForLoadState("networkidle");
}

/** Runs in the page: look on every frame, so that a blocked main thread counts as not usable. */
export function watchForUsable(selector: string): void {
  const look = () => {
    const found = document.querySelector(selector);
    const box = found?.getBoundingClientRect();
    if (box && box.width > 0 && box.height > 0) Object.assign(globalThis, { usable_ms: performance.now() });
    else requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
}

import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { BrowserContext, Page } from "@playwright/test";
import { leaveWhenStored, openBrowser, timeVisit, toCookies, type Person, type Visit } from "./browser.ts";
import { startReference } from "./reference-server.ts";

interface Job extends Person {
  /** The app's own origin, without a slash at the end. */
  readonly url: string;
  readonly rounds: number;
}

interface Target {
  readonly name: string;
  readonly url: string;
  readonly selector: string;
  /** The person signed in on this device, whose data has not arrived yet. */
  readonly person?: Person;
}

interface Measured {
  readonly name: string;
  readonly first: Visit;
  readonly repeat: Visit;
}

const job = JSON.parse(process.argv[2] ?? "{}") as Job;

const sign_in: Target = { name: "sign-in", url: `${job.url}/sign-in`, selector: "main input[type=email]:enabled" };
const home: Target = {
  name: "home",
  url: `${job.url}/`,
  // A workout of the account: shown from local data, or from the server's answer.
  selector: 'main a[href^="/workouts/"]:not([href$="/new"])',
  person: job,
};

async function withProfile<T>(use: (profile_dir: string) => Promise<T>): Promise<T> {
  const profile_dir = await mkdtemp(join(tmpdir(), "fitfolio-bench-"));
  try {
    return await use(profile_dir);
  } finally {
    await rm(profile_dir, { recursive: true, force: true, maxRetries: 5 });
  }
}

async function withPage<T>(profile_dir: string, use: (page: Page, context: BrowserContext) => Promise<T>): Promise<T> {
  const context = await openBrowser(profile_dir);
  try {
    return await use(context.pages()[0] ?? (await context.newPage()), context);
  } finally {
    await context.close();
  }
}

/** A first visit with an empty profile, then, in a new browser on the same profile, the next one. */
async function measure({ name, url, selector, person }: Target): Promise<Measured> {
  return withProfile(async (profile_dir) => {
    const first = await withPage(profile_dir, async (page, context) => {
      if (person) {
        await context.addCookies(toCookies(person, url));
        await context.addInitScript((user_id) => localStorage.setItem("fitfolio.user_id", user_id), person.user_id);
      }
      const visit = await timeVisit(page, url, selector);
      await leaveWhenStored(page);
      return visit;
    });
    const repeat = await withPage(profile_dir, async (page, context) => {
      // Session cookies end with the browser; the app's own lives for weeks, but not this copy of it.
      if (person) await context.addCookies(toCookies(person, url));
      return timeVisit(page, url, selector);
    });
    if (!repeat.through_worker) throw new Error(`${name}: the repeat visit did not go through the service worker`);
    return { name, first, repeat };
  });
}

// The first round warms the machine up and tells how large the reference must be.
const warm_up = await measure(sign_in);
const reference_server = await startReference(warm_up.first.wire_kib);
const reference: Target = { name: "reference", url: reference_server.url, selector: "input" };
const measured: Measured[] = [];
try {
  for (let round = 0; round < job.rounds; round += 1) {
    // Taking turns, so that whatever else the machine does falls on all.
    for (const target of [reference, sign_in, home]) measured.push(await measure(target));
  }
} finally {
  reference_server.stop();
}
console.log(JSON.stringify(measured));

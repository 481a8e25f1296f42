import { spawn } from "node:child_process";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { chromium, type BrowserContext } from "@playwright/test";
import { CHROMIUM_ARGUMENTS, leaveWhenStored, toCookies, type Person } from "./browser.ts";

interface Job extends Person {
  readonly url: string;
  readonly rounds: number;
}

/** What is read of Lighthouse's report; its package is installed for `make bench` only. */
interface Report {
  readonly lhr: {
    /** How fast this machine was just then; a desktop at rest has 1,500 and more. */
    readonly environment: { readonly benchmarkIndex: number };
    readonly runtimeError?: { readonly message: string };
    readonly categories: Readonly<Record<string, { readonly score: number | null; readonly auditRefs: readonly AuditRef[] }>>;
    readonly audits: Readonly<Record<string, Audit>>;
  };
}
interface AuditRef {
  readonly id: string;
  readonly weight: number;
}
interface Audit {
  readonly title: string;
  readonly score: number | null;
  readonly displayValue?: string;
}
type RunLighthouse = (url: string, flags: Readonly<Record<string, unknown>>) => Promise<Report | undefined>;

type State = "nobody" | "just signed in" | "used before";
interface Target {
  readonly name: string;
  readonly path: string;
  readonly state: State;
}
const TARGETS: readonly Target[] = [
  { name: "sign-in", path: "/sign-in", state: "nobody" },
  { name: "home", path: "/", state: "used before" },
  { name: "home while three years arrive", path: "/", state: "just signed in" },
];

const PACKAGE: string = "lighthouse";
const CATEGORIES = ["performance", "accessibility", "best-practices"];

const job = JSON.parse(process.argv[2] ?? "{}") as Job;
const { default: runLighthouse } = (await import(PACKAGE)) as { default: RunLighthouse };

/** A fresh browser that Lighthouse can attach to. */
async function withBrowser<T>(use: (port: number) => Promise<T>): Promise<T> {
  const profile_dir = await mkdtemp(join(tmpdir(), "fitfolio-lighthouse-"));
  const browser = spawn(
    process.env["CHROMIUM_PATH"] || chromium.executablePath(),
    [...CHROMIUM_ARGUMENTS, "--headless=new", "--remote-debugging-port=0", `--user-data-dir=${profile_dir}`, "about:blank"],
    { stdio: "ignore" },
  );
  const ended = new Promise((resolve) => browser.once("exit", resolve));
  try {
    return await use(await debuggingPort(profile_dir));
  } finally {
    browser.kill("SIGTERM");
    await ended;
    await rm(profile_dir, { recursive: true, force: true, maxRetries: 5 });
  }
}

async function debuggingPort(profile_dir: string): Promise<number> {
  const give_up_at = Date.now() + 30_000;
  while (Date.now() < give_up_at) {
    const text = await readFile(join(profile_dir, "DevToolsActivePort"), "utf8").catch(() => "");
    const port = Number(text.split("\n")[0]);
    if (port > 0) return port;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error("Chromium did not open its debugging port");
}

/** Make this browser one where the person has signed in, with no data and no service worker yet. */
async function rememberPerson(context: BrowserContext): Promise<void> {
  await context.addCookies(toCookies(job, job.url));
  const page = await context.newPage();
  // A page of this origin that does not start the app.
  await page.goto(`${job.url}/healthz`);
  await page.evaluate((user_id) => localStorage.setItem("fitfolio.user_id", user_id), job.user_id);
  await page.close();
}

/** And one where the app was used before: its data and its files are on the device. */
async function useAppOnce(context: BrowserContext): Promise<void> {
  const page = await context.newPage();
  await page.goto(job.url);
  await leaveWhenStored(page);
  await page.close();
}

async function prepare(port: number, state: State): Promise<void> {
  const browser = await chromium.connectOverCDP(`http://127.0.0.1:${port}`);
  const context = browser.contexts()[0];
  if (!context) throw new Error("Chromium has no default context");
  if (state !== "nobody") await rememberPerson(context);
  if (state === "used before") await useAppOnce(context);
  await browser.close();
}

async function score({ name, path, state }: Target): Promise<Readonly<Record<string, unknown>>> {
  return withBrowser(async (port) => {
    await prepare(port, state);
    const report = await runLighthouse(`${job.url}${path}`, {
      port,
      disableStorageReset: true,
      onlyCategories: CATEGORIES,
      logLevel: "error",
    });
    if (!report || report.lhr.runtimeError) throw new Error(`Lighthouse: ${report?.lhr.runtimeError?.message ?? "no report"}`);
    const { categories, audits, environment } = report.lhr;
    const scores = CATEGORIES.map((id) => [id.replace("-", "_"), Math.round((categories[id]?.score ?? 0) * 100)]);
    const findings = CATEGORIES.flatMap((id) => categories[id]?.auditRefs ?? [])
      .filter(({ id, weight }) => weight > 0 && (audits[id]?.score ?? 1) < 0.9)
      .map(({ id }) => `${id} ${audits[id]?.displayValue ?? ""}`.trim());
    return { name, ...Object.fromEntries(scores), findings, benchmark_index: environment.benchmarkIndex };
  });
}

const scored = [];
for (let round = 0; round < job.rounds; round += 1) {
  for (const target of TARGETS) scored.push(await score(target));
}
console.log(JSON.stringify(scored));

import { spawn } from "node:child_process";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { chromium } from "@playwright/test";
import { CHROMIUM_ARGUMENTS, toCookies, type Person } from "./browser.ts";

interface Job extends Person {
  readonly url: string;
  readonly rounds: number;
}

/** What is read of Lighthouse's report; its package is installed for `make bench` only. */
interface Report {
  readonly lhr: {
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
async function rememberPerson(port: number): Promise<void> {
  const browser = await chromium.connectOverCDP(`http://127.0.0.1:${port}`);
  const context = browser.contexts()[0];
  if (!context) throw new Error("Chromium has no default context");
  await context.addCookies(toCookies(job, job.url));
  const page = await context.newPage();
  // A page of this origin that does not start the app.
  await page.goto(`${job.url}/healthz`);
  await page.evaluate((user_id) => localStorage.setItem("fitfolio.user_id", user_id), job.user_id);
  await page.close();
  await browser.close();
}

async function score(path: string): Promise<Readonly<Record<string, unknown>>> {
  return withBrowser(async (port) => {
    if (path === "/") await rememberPerson(port);
    const report = await runLighthouse(`${job.url}${path}`, {
      port,
      disableStorageReset: true,
      onlyCategories: CATEGORIES,
      logLevel: "error",
    });
    if (!report || report.lhr.runtimeError) throw new Error(`Lighthouse: ${report?.lhr.runtimeError?.message ?? "no report"}`);
    const { categories, audits } = report.lhr;
    const scores = CATEGORIES.map((name) => [name.replace("-", "_"), Math.round((categories[name]?.score ?? 0) * 100)]);
    const findings = CATEGORIES.flatMap((name) => categories[name]?.auditRefs ?? [])
      .filter(({ id, weight }) => weight > 0 && (audits[id]?.score ?? 1) < 0.9)
      .map(({ id }) => `${id} ${audits[id]?.displayValue ?? ""}`.trim());
    return { path, ...Object.fromEntries(scores), findings };
  });
}

const scored = [];
for (let round = 0; round < job.rounds; round += 1) {
  for (const path of ["/sign-in", "/"]) scored.push(await score(path));
}
console.log(JSON.stringify(scored));

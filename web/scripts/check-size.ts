import { readFileSync, statSync } from "node:fs";
import { gzipSync } from "node:zlib";

/** Budgets [KiB]; scripts and styles gzip, precache raw. */
const BUDGET_KIB = { first_view_js: 130, sign_in_js: 100, first_view_css: 15, route_js: 60, precache: 1280 };

interface Chunk {
  readonly file: string;
  readonly imports?: readonly string[];
  readonly dynamicImports?: readonly string[];
  readonly css?: readonly string[];
  readonly isDynamicEntry?: boolean;
}

const manifest = JSON.parse(readFileSync("dist/.vite/manifest.json", "utf8")) as Record<string, Chunk>;
const gzipKib = (file: string) => gzipSync(readFileSync(`dist/${file}`), { level: 9 }).byteLength / 1024;
const sum = (values: Iterable<number>) => [...values].reduce((total, value) => total + value, 0);

/** A chunk and everything it imports statically. */
function closure(name: string, seen = new Set<string>()): Set<string> {
  const chunk = manifest[name];
  if (!chunk) throw new Error(`${name} is not in the build`);
  if (seen.has(name)) return seen;
  seen.add(name);
  for (const next of chunk.imports ?? []) closure(next, seen);
  return seen;
}

const filesOf = (names: Iterable<string>) => [...names].flatMap((name) => manifest[name]?.file ?? []);
const scripts = (files: Iterable<string>) => sum([...new Set(files)].map(gzipKib));

/** What the page itself asks for, whoever opens it: the scripts and styles in the HTML. */
const html = readFileSync("dist/index.html", "utf8");
const found = (pattern: RegExp) => [...html.matchAll(pattern)].map((match) => match[1] ?? "");
const always = found(/src="\/([^"]+\.js)"/g);
const styles = found(/href="\/([^"]+\.css)"/g);

/** What the boot script asks for besides, by the attribute it reads. */
function asked(attribute: string): string[] {
  const names = found(new RegExp(`data-${attribute}="([^"]+)"`, "g"))[0]?.split(" ") ?? [];
  if (names.length === 0) throw new Error(`the page has no data-${attribute}`);
  return names.map((name) => name.slice(1));
}

/** A first view in the language that has more to say. */
function firstView(view: string, more: readonly string[] = []): string[] {
  const inLanguage = (locale: string) => [...always, ...asked(view), ...asked(`${view}-${locale}`), ...more];
  return [inLanguage("en"), inLanguage("de")].toSorted((a, b) => scripts(b) - scripts(a))[0] ?? [];
}

/** What is there before a part of a page is opened: the scripts that all pages have which can open it. */
function openedFrom(name: string): readonly string[] {
  const openers = Object.keys(manifest).filter((page) => manifest[page]?.dynamicImports?.includes(name));
  const [first = [], ...others] = openers.map((page) => filesOf(closure(page)));
  return first.filter((file) => others.every((other) => other.includes(file)));
}

const home = firstView("home");
// As soon as it is shown, the sign-in page offers passkeys. e2e/passkeys.spec.ts counts what a browser loads.
const sign_in = firstView("sign-in", filesOf(closure("src/features/auth/passkey-sign-in.ts")));
const first_views = new Set([...home, ...sign_in]);
const precached = [...readFileSync("dist/sw.js", "utf8").matchAll(/["']?url["']?:\s*["']([^"']+)["']/g)].map(
  (match) => match[1] ?? "",
);

const rows: [string, number, number][] = [
  ["first view, JavaScript", scripts(home), BUDGET_KIB.first_view_js],
  ["sign-in, JavaScript", scripts(sign_in), BUDGET_KIB.sign_in_js],
  ["first view, CSS", sum(styles.map(gzipKib)), BUDGET_KIB.first_view_css],
  [
    `precache, ${precached.length} files, raw`,
    sum(precached.map((file) => statSync(`dist/${file}`).size / 1024)),
    BUDGET_KIB.precache,
  ],
];
for (const [name, chunk] of Object.entries(manifest)) {
  if (!chunk.isDynamicEntry || first_views.has(chunk.file) || name.startsWith("src/i18n/")) continue;
  const there = new Set([...home, ...openedFrom(name)]);
  const added = filesOf(closure(name)).filter((file) => !there.has(file));
  rows.push([name.replace(/^.*node_modules\/|^src\//, ""), scripts(added), BUDGET_KIB.route_js]);
}

for (const [name, size_kib, limit_kib] of rows) {
  const verdict = size_kib > limit_kib ? "OVER" : "ok";
  console.log(`${verdict.padEnd(5)}${size_kib.toFixed(1).padStart(8)} of ${String(limit_kib).padStart(4)} KiB  ${name}`);
}
const over = rows.some(([, size_kib, limit_kib]) => size_kib > limit_kib);
// React alone weighs more than 50 KiB: less means that the check has not found a first view.
const blind = scripts(home) < 50 || scripts(sign_in) < 50 || precached.length === 0;
if (blind) console.error("the build does not look like one: nothing was checked");
process.exitCode = over || blind ? 1 : 0;

import { readFileSync, statSync } from "node:fs";
import { gzipSync } from "node:zlib";

/** Budgets [KiB]; scripts and styles gzip, precache raw. */
const BUDGET_KIB = { first_view_js: 130, first_view_css: 15, route_js: 60, precache: 1280 };
const LOCALES = ["src/i18n/first-en.ts", "src/i18n/first-de.ts"];

interface Chunk {
  readonly file: string;
  readonly imports?: readonly string[];
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

const scripts = (names: Iterable<string>) => sum([...names].map((name) => gzipKib(manifest[name]?.file ?? "")));
const styles = (names: Iterable<string>) => sum([...new Set([...names].flatMap((name) => manifest[name]?.css ?? []))].map(gzipKib));

/** What the page itself asks for: entry, first routes and locale, as scripts and preloads. */
const html = readFileSync("dist/index.html", "utf8");
const asked_for = new Set([...html.matchAll(/(?:src|href)="\/([^"]+\.js)"/g)].map((match) => match[1]));
const first_routes = Object.keys(manifest).filter((name) => asked_for.has(manifest[name]?.file) && !LOCALES.includes(name));
const biggest_locale = LOCALES.toSorted((a, b) => scripts(closure(b)) - scripts(closure(a)))[0] ?? "";
const first_view = new Set([...first_routes, biggest_locale].flatMap((name) => [...closure(name)]));
const precached = [...readFileSync("dist/sw.js", "utf8").matchAll(/["']?url["']?:\s*["']([^"']+)["']/g)].map(
  (match) => match[1] ?? "",
);

const rows: [string, number, number][] = [
  ["first view, JavaScript", scripts(first_view), BUDGET_KIB.first_view_js],
  ["first view, CSS", styles(first_view), BUDGET_KIB.first_view_css],
  [
    `precache, ${precached.length} files, raw`,
    sum(precached.map((file) => statSync(`dist/${file}`).size / 1024)),
    BUDGET_KIB.precache,
  ],
];
for (const [name, chunk] of Object.entries(manifest)) {
  if (!chunk.isDynamicEntry || first_view.has(name) || LOCALES.includes(name)) continue;
  const added = [...closure(name)].filter((part) => !first_view.has(part));
  rows.push([name.replace(/^.*node_modules\/|^src\//, ""), scripts(added), BUDGET_KIB.route_js]);
}

for (const [name, size_kib, limit_kib] of rows) {
  const verdict = size_kib > limit_kib ? "OVER" : "ok";
  console.log(`${verdict.padEnd(5)}${size_kib.toFixed(1).padStart(8)} of ${String(limit_kib).padStart(4)} KiB  ${name}`);
}
const over = rows.some(([, size_kib, limit_kib]) => size_kib > limit_kib);
// React alone weighs more than 50 KiB: less means that the check has not found the first view.
const blind = scripts(first_view) < 50 || precached.length === 0;
if (blind) console.error("the build does not look like one: nothing was checked");
process.exitCode = over || blind ? 1 : 0;

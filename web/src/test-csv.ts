import { readFileSync } from "node:fs";

/** The rows of a CSV file by their column names; quoted cells may hold commas. */
export function readCsv(path: string): Record<string, string>[] {
  const [header = [], ...rows] = readFileSync(path, "utf8").trim().split(/\r?\n/).map(splitRow);
  return rows.map((cells) => Object.fromEntries(header.map((name, index) => [name, cells[index] ?? ""])));
}

function splitRow(line: string): string[] {
  return [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)].map(([, quoted, plain]) => quoted?.replaceAll('""', '"') ?? plain ?? "");
}

/** The rows of a CSV text by their column names; quoted cells may hold commas. */
export function readCsv(text: string): Record<string, string>[] {
  const [header = [], ...rows] = text.trim().split(/\r?\n/).map(splitRow);
  return rows.map((cells) => Object.fromEntries(header.map((name, index) => [name, cells[index] ?? ""])));
}

function splitRow(line: string): string[] {
  return [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)].map(
    ([, quoted, plain]) => quoted?.replaceAll('""', '"') ?? plain ?? "",
  );
}

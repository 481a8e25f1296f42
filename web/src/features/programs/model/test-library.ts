const files = import.meta.glob<string>("../../../../../server/fitfolio/programs/library/*.txt", {
  eager: true,
  query: "?raw",
  import: "default",
});

/** The programs that ship, by file name: whatever works for them works for what people write. */
export const LIBRARY: readonly (readonly [string, string])[] = Object.entries(files).map(
  ([path, text]) => [path.slice(path.lastIndexOf("/") + 1), text] as const,
);

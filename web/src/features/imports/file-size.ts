const UNITS = ["byte", "kilobyte", "megabyte", "gigabyte"] as const;

/** The size of a file as people say it: "512 byte", "84 kB", "1.2 MB". */
export function formatBytes(locale: string, size_bytes: number): string {
  const power = size_bytes < 1000 ? 0 : Math.min(UNITS.length - 1, Math.floor(Math.log10(size_bytes) / 3));
  const value = size_bytes / 1000 ** power;
  return new Intl.NumberFormat(locale, {
    style: "unit",
    unit: UNITS[power] ?? "byte",
    unitDisplay: power === 0 ? "long" : "short",
    maximumFractionDigits: power > 1 && value < 10 ? 1 : 0,
  }).format(value);
}

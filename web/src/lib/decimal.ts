const PLAIN = /^[+-]?(\d+([.,]\d*)?|[.,]\d+)$/;

/**
 * A number as people type it: "62,5" and "62.5" are the same, spaces are ignored.
 *
 * One separator only, so that "1.000,5" is refused instead of guessed. Null when it is not a number.
 */
export function parseDecimal(text: string): number | null {
  const compact = text.replace(/[\s\u00a0\u202f']/g, "").replace("\u2212", "-");
  if (!PLAIN.test(compact)) return null;
  const value = Number(compact.replace(",", "."));
  return Number.isFinite(value) ? value : null;
}

/** Round to a number of decimals without the drift of repeated binary steps (0.1 + 0.2). */
export function roundTo(value: number, digits: number): number {
  const factor = 10 ** digits;
  return Math.round((value + Number.EPSILON) * factor) / factor;
}

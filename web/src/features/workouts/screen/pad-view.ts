import { formatDuration } from "@/lib/format.ts";
import { padValue } from "@/ui/pad-text.ts";
import { durationFromDigits } from "./fields.ts";
import type { OpenPad } from "./view-state.ts";

/** What a pad shows while it is typed into: digits as typed, times as times, the locale's separator. */
export function padText({ field, text }: OpenPad, locale: string): string {
  if (field === "duration_s") return formatDuration(durationFromDigits(padValue(text) ?? 0));
  const separator = new Intl.NumberFormat(locale).formatToParts(1.5).find((part) => part.type === "decimal")?.value ?? ".";
  return text.text.replace("-", "\u2212").replace(".", separator) || "–";
}

/** The number a pad stands for. */
export function padNumber({ field, text }: OpenPad): number | null {
  const value = padValue(text);
  return value !== null && field === "duration_s" ? durationFromDigits(value) : value;
}

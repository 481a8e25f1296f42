import type { I18n } from "@lingui/core";
import { msg } from "@lingui/core/macro";
import type { Format } from "@/features/auth/use-format.ts";
import { fromKg, type WeightUnit } from "@/training/units.ts";
import type { TrendSummary } from "./local-exercise-history.ts";

interface TrendText {
  readonly summary: TrendSummary;
  readonly name: string;
  readonly unit: WeightUnit;
}

/** What an e1RM trend says: "Squat e1RM +6.5 kg in 12 weeks, 128 to 141 kg likely". */
export function trendSentence({ summary, name, unit }: TrendText, i18n: I18n, format: Format): string {
  const { verdict, now_kg, low_kg, high_kg, change_kg, weeks } = summary;
  if (verdict === "too_early" || now_kg === null || low_kg === null || high_kg === null) {
    return i18n._(msg`${name}: too early to say. A trend needs a few more training days.`);
  }
  const range = likelyRange(low_kg, high_kg, unit, i18n, format);
  const span = Math.max(1, Math.round(weeks ?? 0));
  if (change_kg === null || verdict === "unclear")
    return i18n._(msg`${name} e1RM ${range}; whether it rises or falls is not clear yet`);
  if (verdict === "plateau") return i18n._(msg`${name} e1RM steady over ${span} weeks, ${range}`);
  const change = format.weightChange(change_kg, unit);
  return i18n._(msg`${name} e1RM ${change} in ${span} weeks, ${range}`);
}

function likelyRange(low_kg: number, high_kg: number, unit: WeightUnit, i18n: I18n, format: Format): string {
  const low = wholeWeight(low_kg, unit, format);
  const high = wholeWeight(high_kg, unit, format);
  return i18n._(msg`${low} to ${high} ${unit} likely`);
}

/** An interval's edges are no more exact than whole units. */
function wholeWeight(load_kg: number, unit: WeightUnit, format: Format): string {
  return format.number(fromKg(load_kg, unit), 0);
}

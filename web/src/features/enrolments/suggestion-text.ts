import type { I18n } from "@lingui/core";
import { msg } from "@lingui/core/macro";
import type { Format } from "@/features/auth/use-format.ts";
import { formatNumber } from "@/lib/format.ts";
import type { Suggestion } from "./use-suggestions.ts";

/** A suggestion as one would type it. */
export function suggestionText(suggestion: Suggestion, locale: string): string {
  // Without grouping: the field reads it back.
  const number = formatNumber(locale, suggestion.value).replaceAll(/\s/g, "");
  return suggestion.from === "set" ? `${suggestion.reps}\u202f×\u202f${number}` : number;
}

/** Where a suggestion comes from. */
export function suggestionSource(suggestion: Suggestion, format: Format, i18n: I18n): string {
  switch (suggestion.from) {
    case "trend": {
      if (suggestion.share_pct === 100) return i18n._(msg`From the trend of your 1RM`);
      const share = `${format.number(suggestion.share_pct)}\u00a0%`;
      return i18n._(msg`${share} of the trend of your 1RM`);
    }
    case "set": {
      const day = format.day(suggestion.local_date);
      return i18n._(msg`Your best set of ${day}`);
    }
    case "last": {
      const day = format.day(suggestion.local_date);
      return i18n._(msg`What you used last, ${day}`);
    }
  }
}

import { useLingui } from "@lingui/react/macro";
import { useRest } from "@/features/workouts/timer/rest-store.ts";
import { useNow } from "@/features/workouts/timer/use-now.ts";
import { formatDuration } from "@/lib/format.ts";

/** How long the live workout runs, or what is left of the rest. */
export function LiveTime({ started_at }: { readonly started_at: string }) {
  const { t } = useLingui();
  const rest = useRest();
  const now_ms = useNow(1000);
  const left_s = rest ? Math.ceil((rest.ends_at_ms - now_ms) / 1000) : 0;
  if (left_s > 0) return t`Rest ${formatDuration(left_s)}`;
  return formatDuration((now_ms - Date.parse(started_at)) / 1000);
}

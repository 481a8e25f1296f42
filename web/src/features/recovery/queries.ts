import { api, toResult } from "@/api/client.ts";
import type { components } from "@/api/generated/schema";
import type { Metric } from "@/db/documents.ts";
import { useLive } from "@/db/use-live.ts";
import { usePage, type Page } from "@/sync/use-page.ts";

export type MetricKind = components["schemas"]["MetricKind"];

/** The metrics the server knows and their units. */
export function useMetricKinds(): Page<components["schemas"]["MetricKinds"]> {
  return usePage("metric_kinds", () => toResult(api.GET("/api/v1/metrics/kinds")));
}

/** Keys of the metrics that have values on this device. */
export function useUsedMetrics(): readonly string[] | undefined {
  return useLive(async (db) => {
    const keys = (await db.metrics.orderBy("[metric+measured_at]").uniqueKeys()) as unknown as [string, string][];
    return [...new Set(keys.map(([metric]) => metric))];
  }, []);
}

/** All values of a metric, oldest first. */
export function useMetricValues(metric: string): readonly Metric[] | undefined {
  return useLive((db) => db.metrics.where("[metric+measured_at]").between([metric, ""], [metric, "\uffff"]).toArray(), [metric]);
}

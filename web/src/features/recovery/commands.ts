import type { components } from "@/api/generated/schema";
import type { ApiError } from "@/api/problem.ts";
import type { Metric } from "@/db/documents.ts";
import type { Result } from "@/lib/result.ts";
import { runOperation } from "@/sync/operation.ts";
import "./error-texts.ts";

type Schemas = components["schemas"];

export function createMetric(body: Schemas["MetricWrite"]): Promise<Result<Metric, ApiError>> {
  return runOperation({ method: "post", path: "/api/v1/metrics", init: { body } }, (db, metric) => db.metrics.put(metric));
}

/** Only the named fields change. */
export function changeMetric(metric_id: string, body: Schemas["MetricChange"]): Promise<Result<Metric, ApiError>> {
  return runOperation(
    { method: "patch", path: "/api/v1/metrics/{metric_id}", init: { params: { path: { metric_id } }, body } },
    (db, metric) => db.metrics.put(metric),
  );
}

export function deleteMetric(metric_id: string): Promise<Result<unknown, ApiError>> {
  return runOperation({ method: "delete", path: "/api/v1/metrics/{metric_id}", init: { params: { path: { metric_id } } } }, (db) =>
    db.metrics.delete(metric_id),
  );
}

/** Undo of `deleteMetric`. */
export function restoreMetric(metric_id: string): Promise<Result<Metric, ApiError>> {
  return runOperation(
    { method: "post", path: "/api/v1/metrics/{metric_id}/restore", init: { params: { path: { metric_id } } } },
    (db, metric) => db.metrics.put(metric),
  );
}

import type { components } from "@/api/generated/schema";
import { findDb } from "@/db/current.ts";
import type { Metric } from "@/db/documents.ts";
import { deviceTimeZone, localDate } from "@/lib/clock.ts";
import { writeOperations } from "@/sync/outbox.ts";
import "./error-texts.ts";

type Schemas = components["schemas"];

/** Keep a value under an id of the caller; durable on this device when it resolves. */
export async function createMetric(body: Schemas["MetricWrite"]): Promise<void> {
  const local_date = await trainingDay(body.measured_at);
  await writeOperations([{ name: "metrics.create", path: {}, body, local: { local_date } }]);
}

/** Only the named fields change. */
export async function changeMetric(metric_id: string, body: Partial<Schemas["MetricChange"]>): Promise<void> {
  const local_date = body.measured_at ? await trainingDay(body.measured_at) : null;
  await writeOperations([{ name: "metrics.change", path: { metric_id }, body, local: { local_date } }]);
}

export function deleteMetric(metric_id: string): Promise<void> {
  return writeOperations([{ name: "metrics.delete", path: { metric_id }, body: null, local: null }]);
}

/** Undo of `deleteMetric`: the value as it was. */
export function restoreMetric(metric: Metric): Promise<void> {
  return writeOperations([{ name: "metrics.restore", path: { metric_id: metric.id }, body: null, local: metric }]);
}

/** The server counts days in the profile's zone. */
async function trainingDay(measured_at: string): Promise<string> {
  const profile = await findDb()?.profile.get("me");
  return localDate(Date.parse(measured_at), profile?.time_zone || deviceTimeZone());
}

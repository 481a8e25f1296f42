import { findDb } from "@/db/current.ts";
import { nowMs, toIso } from "@/lib/clock.ts";
import { findUnsaved } from "./unsaved.ts";

/**
 * Everything of this device that no server has, as a JSON file: queued, refused and unstored changes
 * in the form in which they would be sent. Needs neither network nor space.
 */
export async function queueFile(): Promise<File> {
  const db = findDb();
  const [queued, refused] = db ? await Promise.all([db.outbox.toArray(), db.issues.toArray()]) : [[], []];
  const text = JSON.stringify({ format: "fitfolio-unsent-changes", version: 1, queued, refused, unstored: findUnsaved() }, null, 2);
  const day = toIso(nowMs()).slice(0, 10);
  return new File([text], `fitfolio-unsent-${day}.json`, { type: "application/json" });
}

/** Hand a file to the browser's downloads. */
export function saveFile(file: File): void {
  const url = URL.createObjectURL(file);
  const link = document.createElement("a");
  link.href = url;
  link.download = file.name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}

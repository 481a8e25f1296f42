import type { OutboxRow } from "@/db/documents.ts";
import type { Operation } from "./operations.ts";

/** A queued change as the operation it holds. */
export function toOperation({ name, path, body, local }: OutboxRow): Operation {
  return { name, path, body, local } as unknown as Operation;
}

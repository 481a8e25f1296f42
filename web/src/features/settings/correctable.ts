import type { IssueRow } from "@/db/documents.ts";
import { isNamedField } from "./change-words.ts";

/** Fields that name something or choose from a list: typing into them would only make new mistakes. */
const FIXED: ReadonlySet<string> = new Set(["exercise_id", "kind", "completed", "position", "superset", "side"]);

/** The fields of a refused change that can be typed anew. */
export function correctable({ body }: Pick<IssueRow, "body">): [field: string, value: string | number | null][] {
  return Object.entries(body ?? {}).filter(
    (entry): entry is [string, string | number | null] =>
      isNamedField(entry[0]) &&
      !FIXED.has(entry[0]) &&
      (entry[1] === null || typeof entry[1] === "string" || typeof entry[1] === "number"),
  );
}

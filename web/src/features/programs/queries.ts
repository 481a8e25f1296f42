import type { Template } from "@/db/documents.ts";
import { useLive } from "@/db/use-live.ts";

/** Every template of this account in the lifter's order; `undefined` until read. */
export function useTemplates(): readonly Template[] | undefined {
  return useLive(async (db) => {
    const templates = await db.templates.toArray();
    return templates.toSorted((a, b) => a.position - b.position || a.name.localeCompare(b.name));
  }, []);
}

/** One template; null when the device does not have it. */
export function useTemplate(template_id: string): Template | null | undefined {
  return useLive(async (db) => (await db.templates.get(template_id)) ?? null, [template_id]);
}

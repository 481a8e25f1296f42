import type { ProgramVersion } from "@/db/program-documents.ts";

/** What is shared: a program with its editions, the newest first, or a template. */
export type Subject =
  | { readonly program_id: string; readonly title: string; readonly versions: readonly ProgramVersion[] }
  | { readonly template_id: string; readonly title: string };

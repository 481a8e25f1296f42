import { useEffect, useRef, useState } from "react";
import type { Template } from "@/db/documents.ts";
import type { TemplateFields } from "@/sync/operations.ts";
import { changeTemplate } from "./commands.ts";

const SAVE_AFTER_MS = 400;

type Draft = Pick<Template, "name" | "folder" | "notes" | "exercises">;

interface TemplateDraft {
  readonly draft: Draft;
  readonly change: (fields: Partial<Draft>) => void;
  /** Store what is still waiting. */
  readonly flush: () => Promise<void>;
}

/** A template while it is written: shown at once, kept a moment after the last key and when the page is left. */
export function useTemplateDraft(template: Template): TemplateDraft {
  const [draft, setDraft] = useState<Draft>(() => template);
  const waiting = useRef<TemplateFields>({});
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  const flush = async () => {
    clearTimeout(timer.current);
    const fields = waiting.current;
    waiting.current = {};
    // A name that is being retyped is not there for a moment; the old one stays until there is a new one.
    if (fields.name?.trim() === "") delete (fields as { name?: string }).name;
    if (Object.keys(fields).length > 0) await changeTemplate(template.id, fields);
  };
  const change = (fields: Partial<Draft>) => {
    setDraft((current) => ({ ...current, ...fields }));
    waiting.current = { ...waiting.current, ...fields };
    clearTimeout(timer.current);
    timer.current = setTimeout(() => void flush(), SAVE_AFTER_MS);
  };
  const latest = useRef(flush);
  useEffect(() => {
    latest.current = flush;
  });
  useEffect(() => () => void latest.current(), []);
  return { draft, change, flush };
}

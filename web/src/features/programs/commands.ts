import type { Template } from "@/db/documents.ts";
import type { Operation, TemplateBody, TemplateFields } from "@/sync/operations.ts";
import { writeOperations } from "@/sync/outbox.ts";
import "./error-texts.ts";

/** Keep a new template; its id is made by the caller. Durable on this device when it resolves. */
export function createTemplate(body: TemplateBody): Promise<void> {
  return writeOperations([{ name: "templates.create", path: {}, body, local: null }]);
}

/** Only the named fields change; `exercises` is replaced as a whole. */
export function changeTemplate(template_id: string, fields: TemplateFields): Promise<void> {
  return writeOperations([templateChange(template_id, fields)]);
}

/** The same as data, for writing it together with something else. */
export function templateChange(template_id: string, fields: TemplateFields): Operation {
  return { name: "templates.change", path: { template_id }, body: fields, local: null };
}

export function deleteTemplate(template_id: string): Promise<void> {
  return writeOperations([{ name: "templates.delete", path: { template_id }, body: null, local: null }]);
}

/** Undo of `deleteTemplate`: the template as it was. */
export function restoreTemplate(template: Template): Promise<void> {
  return writeOperations([{ name: "templates.restore", path: { template_id: template.id }, body: null, local: template }]);
}

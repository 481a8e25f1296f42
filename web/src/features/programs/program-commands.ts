import type { ProgramDoc, ProgramVersion, Provenance } from "@/db/program-documents.ts";
import { nowMs, toIso } from "@/lib/clock.ts";
import { newId } from "@/lib/ids.ts";
import { writeOperations } from "@/sync/outbox.ts";
import type { Operation } from "@/sync/operations.ts";
import type { ProgramFields } from "@/sync/program-operations.ts";
import "./error-texts.ts";

const LONGEST_TITLE = 200;

interface NewProgram {
  readonly title: string;
  readonly draft_text: string;
  readonly provenance?: Provenance | null;
}

/** Keep a new program as a draft; resolves to its id when it is durable here. */
export async function createProgram({ title, draft_text, provenance = null }: NewProgram): Promise<string> {
  const id = newId();
  const body = { id, title: title.slice(0, LONGEST_TITLE), folder: "", position: 0, draft_text, provenance };
  await writeOperations([{ name: "programs.create", path: {}, body, local: { created_at: toIso(nowMs()) } }]);
  return id;
}

/** A copy of a text that can run, as the first edition of a program of one's own. */
export async function createEditedProgram(title: string, text: string, note: string, provenance: Provenance): Promise<string> {
  const id = newId();
  const created_at = toIso(nowMs());
  const body = { id, title: title.slice(0, LONGEST_TITLE), folder: "", position: 0, draft_text: null, provenance };
  await writeOperations([
    { name: "programs.create", path: {}, body, local: { created_at } },
    editionOf({ program_id: id, title, text, note, latest: null, created_at }),
  ]);
  return id;
}

/** Only the named fields change. */
export function changeProgram(program_id: string, fields: ProgramFields): Promise<void> {
  return writeOperations([{ name: "programs.change", path: { program_id }, body: fields, local: null }]);
}

interface Edition {
  /** Made here, unless something else has to name it. */
  readonly id?: string;
  readonly program_id: string;
  readonly title: string;
  readonly text: string;
  readonly note: string;
  readonly latest: ProgramVersion | null;
}

/** Make an edition of a text and drop the draft that became it. */
export async function saveEdition(edition: Edition): Promise<void> {
  const { program_id, title } = edition;
  await writeOperations([
    editionOf({ ...edition, created_at: toIso(nowMs()) }),
    {
      name: "programs.change",
      path: { program_id },
      body: { title: title.slice(0, LONGEST_TITLE), draft_text: null },
      local: null,
    },
  ]);
}

interface TakenOver {
  readonly program: ProgramDoc;
  readonly latest: ProgramVersion;
  readonly text: string;
  readonly note: string;
  readonly provenance: Provenance;
}

/** Make the source's new text an edition of a copy, and remember which one that was. The copy keeps its name and its draft. */
export async function takeOverEdition({ program, latest, text, note, provenance }: TakenOver): Promise<void> {
  const edition = { id: newId(), program_id: program.id, title: provenance.title, text, note, latest };
  await writeOperations([
    editionOf({ ...edition, created_at: toIso(nowMs()) }),
    {
      name: "programs.change",
      path: { program_id: program.id },
      body: { provenance: { ...provenance, version_id: edition.id } },
      local: null,
    },
  ]);
}

function editionOf({
  id,
  program_id,
  title,
  text,
  note,
  latest,
  created_at,
}: Edition & { readonly created_at: string }): Operation {
  return {
    name: "program_versions.create",
    path: {},
    body: { id: id ?? newId(), program_id, text, note, parent_version_id: latest?.id ?? null },
    local: { number: (latest?.number ?? 0) + 1, title, created_at },
  };
}

export function deleteProgram(program_id: string): Promise<void> {
  return writeOperations([{ name: "programs.delete", path: { program_id }, body: null, local: null }]);
}

/** Undo of `deleteProgram`: the program as it was. */
export function restoreProgram(program: ProgramDoc): Promise<void> {
  return writeOperations([{ name: "programs.restore", path: { program_id: program.id }, body: null, local: program }]);
}

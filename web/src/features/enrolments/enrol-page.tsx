import { useLingui } from "@lingui/react/macro";
import { CloudOff } from "lucide-react";
import { useParams } from "wouter";
import type { ProgramVersion } from "@/db/program-documents.ts";
import type { LocalDb } from "@/db/schema.ts";
import { useLive } from "@/db/use-live.ts";
import { Page } from "@/ui/page.tsx";
import { Skeleton } from "@/ui/skeleton.tsx";
import { EmptyState } from "@/ui/states.tsx";
import type { Edition } from "./commands.ts";
import { EnrolForm } from "./enrol-form.tsx";
import { planOfText } from "./run.ts";

/** Begin to follow an edition (`:version_id`) or a program of the library (`:slug`). */
export function EnrolPage() {
  const { t } = useLingui();
  const { version_id, slug } = useParams<{ version_id?: string; slug?: string }>();
  const edition = useLive((db) => readEdition(db, version_id, slug), [version_id, slug]);
  const text = edition?.kind === "version" ? edition.version.text : (edition?.text ?? "");
  const plan = edition ? planOfText(text) : null;
  if (edition && plan) return <EnrolForm key={version_id ?? slug} edition={edition} plan={plan} />;
  return (
    <Page title={t`Begin a program`} back="/programs">
      {edition === undefined ? (
        <Skeleton heights={[64, 64, 220]} />
      ) : (
        <EmptyState icon={<CloudOff size={28} />} title={t`This program is not on the device`}>
          {edition === null ? t`It comes with the next sync, or it has been deleted.` : t`This version of the app cannot read it.`}
        </EmptyState>
      )}
    </Page>
  );
}

async function readEdition(db: LocalDb, version_id: string | undefined, slug: string | undefined): Promise<Edition | null> {
  if (version_id !== undefined) {
    const version = await db.program_versions.get(version_id);
    return version ? { kind: "version", version } : null;
  }
  const found = await db.library_programs.get(slug ?? "");
  if (!found) return null;
  const { title, text } = found;
  const own = await copyOf(db, found.slug, text);
  if (own) return { kind: "version", version: own };
  return {
    kind: "new",
    title,
    text,
    provenance: { kind: "library", slug: found.slug, token: null, version_id: null, title, by: null },
  };
}

/** The same text of the library, already on the lifter's shelf: beginning it twice makes no second program. */
async function copyOf(db: LocalDb, slug: string, text: string): Promise<ProgramVersion | null> {
  const programs = (await db.programs.toArray()).filter(({ provenance }) => provenance?.slug === slug);
  const versions = await db.program_versions
    .where("program_id")
    .anyOf(programs.map(({ id }) => id))
    .toArray();
  return versions.find((version) => version.text === text) ?? null;
}

import type { LibraryProgram, ProgramDoc, ProgramVersion } from "@/db/program-documents.ts";
import { useLive } from "@/db/use-live.ts";

/** A program with its newest edition; null while it is a draft only. */
export interface ShelfProgram {
  readonly program: ProgramDoc;
  readonly latest: ProgramVersion | null;
}

/** Every program of this account in the lifter's order; `undefined` until read. */
export function usePrograms(): readonly ShelfProgram[] | undefined {
  return useLive(async (db) => {
    const [programs, versions] = await Promise.all([db.programs.toArray(), db.program_versions.toArray()]);
    const latest = newestByProgram(versions);
    return programs
      .toSorted((a, b) => a.position - b.position || b.created_at.localeCompare(a.created_at))
      .map((program) => ({ program, latest: latest.get(program.id) ?? null }));
  }, []);
}

/** One program with its editions, the newest first; null when the device does not have it. */
export function useProgram(
  program_id: string,
): { readonly program: ProgramDoc; readonly versions: readonly ProgramVersion[] } | null | undefined {
  return useLive(
    async (db) => {
      const program = await db.programs.get(program_id);
      if (!program) return null;
      const versions = await db.program_versions.where("program_id").equals(program_id).toArray();
      return { program, versions: versions.toSorted(newestFirst) };
    },
    [program_id],
  );
}

/** The programs that ship; empty until this device has been online once. */
export function useLibraryPrograms(): readonly LibraryProgram[] | undefined {
  return useLive(async (db) => (await db.library_programs.toArray()).toSorted((a, b) => a.title.localeCompare(b.title)), []);
}

export function useLibraryProgram(slug: string): LibraryProgram | null | undefined {
  return useLive(async (db) => (await db.library_programs.get(slug)) ?? null, [slug]);
}

/** Numbers are given by the server; of two made on different devices meanwhile the later one is the newer. */
function newestFirst(a: ProgramVersion, b: ProgramVersion): number {
  return b.number - a.number || b.id.localeCompare(a.id);
}

function newestByProgram(versions: readonly ProgramVersion[]): ReadonlyMap<string, ProgramVersion> {
  return new Map(versions.toSorted((a, b) => newestFirst(b, a)).map((version) => [version.program_id, version]));
}

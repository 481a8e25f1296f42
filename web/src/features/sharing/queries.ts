import { api, toResult } from "@/api/client.ts";
import type { components } from "@/api/generated/schema";
import { findDb } from "@/db/current.ts";
import { useLive } from "@/db/use-live.ts";
import { usePage, type Page } from "@/sync/use-page.ts";
import "./error-texts.ts";

type Schemas = components["schemas"];
export type Share = Readonly<Schemas["ShareRead"]>;
export type ShelfItem = Readonly<Schemas["ShelfItem"]>;
export type Shared = Readonly<Schemas["SharedRead"]>;
export type SharedTemplate = Readonly<Schemas["SharedTemplate"]>;
export type Upstream = Readonly<Schemas["UpstreamRead"]>;

export const SHARES_KEY = "shares";

/** One's own links, newest first, closed ones included. */
export function useShares(): Page<readonly Share[]> {
  return usePage(SHARES_KEY, async () => {
    const answer = await toResult(api.GET("/api/v1/shares"));
    return answer.ok ? { ok: true, value: answer.value.shares } : answer;
  });
}

/** What people of this instance show each other; the last answer is kept for when there is no network. */
export function useShelf(): Page<readonly ShelfItem[]> {
  return usePage("shelf", async () => {
    const answer = await toResult(api.GET("/api/v1/shelf"));
    return answer.ok ? { ok: true, value: answer.value.items } : answer;
  });
}

export const GONE = "shared.not_found";

/** What is behind a link; the device forgets it when the server says that the link is closed. */
export function useShared(token: string): Page<Shared> {
  const key = `shared:${token}`;
  return usePage(key, async () => {
    const answer = await toResult(api.GET("/api/v1/shared/{token}", { params: { path: { token } } }));
    if (!answer.ok && answer.error.code === GONE) await findDb()?.pages.delete(key);
    return answer;
  });
}

/** What became of the source that a program was copied from. */
export function useUpstream(program_id: string): Page<Upstream> {
  return usePage(`upstream:${program_id}`, () =>
    toResult(api.GET("/api/v1/programs/{program_id}/upstream", { params: { path: { program_id } } })),
  );
}

/** The newest of one's programs that were copied from a link; null when there is none. */
export function useCopyOf(token: string): { readonly program_id: string } | null | undefined {
  return useLive(
    async (db) => {
      const copies = await db.programs.filter((program) => program.provenance?.token === token).toArray();
      const [copy] = copies.toSorted((a, b) => b.created_at.localeCompare(a.created_at));
      return copy ? { program_id: copy.id } : null;
    },
    [token],
  );
}

export function dismissedKey(program_id: string): string {
  return `upstream_dismissed:${program_id}`;
}

/** The text of the update that was turned down on this device, if one was. */
export function useDismissed(program_id: string): string | null | undefined {
  return useLive(
    async (db) => {
      const value: unknown = (await db.state.get(dismissedKey(program_id)))?.value;
      return typeof value === "string" ? value : null;
    },
    [program_id],
  );
}

import type { components } from "@/api/generated/schema";
import type { ApiError } from "@/api/problem.ts";
import { mergeProfile } from "@/db/changes.ts";
import type { Profile } from "@/db/documents.ts";
import { createSharedLive } from "@/db/shared-live.ts";
import type { Result } from "@/lib/result.ts";
import { runOperation } from "@/sync/operation.ts";

export type ProfileChange = components["schemas"]["ProfileChange"];

const profile = createSharedLive<Profile>((db) => db.profile.get("me"));

/** The signed-in person's profile; `undefined` until it has been read or fetched once. */
export const useProfile: () => Profile | undefined = profile.useValue;

/** Have it read and kept up to date from now on, shown or not. */
export const watchProfile = profile.subscribe;

/** Change only the named fields. */
export function changeProfile(change: ProfileChange): Promise<Result<unknown, ApiError>> {
  return runOperation({ method: "patch", path: "/api/v1/auth/me", init: { body: change } }, mergeProfile);
}

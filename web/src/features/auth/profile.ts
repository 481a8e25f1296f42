import type { Profile } from "@/db/documents.ts";
import { createSharedLive } from "@/db/shared-live.ts";
import type { ProfileFields } from "@/sync/operations.ts";

export type ProfileChange = ProfileFields;

const profile = createSharedLive<Profile>((db) => db.profile.get("me"));

/** The signed-in person's profile; `undefined` until it has been read or fetched once. */
export const useProfile: () => Profile | undefined = profile.useValue;

/** Have it read and kept up to date from now on, shown or not. */
export const watchProfile = profile.subscribe;

/** Change only the named fields; durable on this device when it resolves, sent when there is a network. */
export async function changeProfile(change: ProfileChange): Promise<void> {
  // Every page reads the profile and few change it: the outbox is not part of the first view.
  const { writeOperations } = await import("@/sync/outbox.ts");
  await writeOperations([{ name: "auth.change_profile", path: {}, body: change, local: null }]);
}

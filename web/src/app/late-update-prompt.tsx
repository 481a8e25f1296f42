import { lazy, Suspense } from "react";
import { useStore } from "@/lib/store.ts";
import { updateReady } from "./service-worker.ts";

// It looks for a workout under way, in a database that who is not signed in does not have.
const UpdatePrompt = lazy(() => import("./update-prompt.tsx").then(({ UpdatePrompt: Prompt }) => ({ default: Prompt })));

/** Its code comes when there is something to update to. */
export function LateUpdatePrompt() {
  return (
    useStore(updateReady) && (
      <Suspense>
        <UpdatePrompt />
      </Suspense>
    )
  );
}

import type { Rest } from "./rest-time.ts";

/** Tell the server when the rest ends, so that it can send a notification. Best effort: without a network there is none. */
export async function tellServer(_rest: Rest | null, _before: Rest | null): Promise<void> {}

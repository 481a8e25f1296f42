import type { ApiError } from "@/api/problem.ts";
import { createStore, useStore } from "@/lib/store.ts";

export interface SyncStatus {
  readonly phase: "idle" | "pulling" | "offline" | "failed" | "outdated";
  /** Whether the whole account has been pulled at least once on this device. */
  readonly complete: boolean;
  /** Writes under way. */
  readonly pending: number;
  readonly synced_at_ms: number | null;
  readonly error: ApiError | null;
}

export const INITIAL_STATUS: SyncStatus = { phase: "idle", complete: false, pending: 0, synced_at_ms: null, error: null };

export const syncStatus = createStore<SyncStatus>(INITIAL_STATUS);

export function useSyncStatus(): SyncStatus {
  return useStore(syncStatus);
}

export function updateStatus(change: Partial<SyncStatus>): void {
  syncStatus.set((current) => ({ ...current, ...change }));
}

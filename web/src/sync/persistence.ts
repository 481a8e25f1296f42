import { createStore, useStore } from "@/lib/store.ts";

export interface StorageState {
  /** Whether the browser has promised not to clear this site's data by itself; null: it cannot say. */
  readonly persisted: boolean | null;
  readonly used_bytes: number | null;
  readonly quota_bytes: number | null;
}

const state = createStore<StorageState>({ persisted: null, used_bytes: null, quota_bytes: null });

export function useStorageState(): StorageState {
  return useStore(state);
}

/** Ask the browser how it treats this site's data. */
export async function readStorage(): Promise<StorageState> {
  const storage = navigator.storage as StorageManager | undefined;
  const [persisted, estimate] = await Promise.all([
    storage?.persisted?.().catch(() => null) ?? null,
    storage?.estimate?.().catch(() => null) ?? null,
  ]);
  state.set({ persisted, used_bytes: estimate?.usage ?? null, quota_bytes: estimate?.quota ?? null });
  return state.get();
}

/** Ask the browser to keep this site's data when space runs out; some ask the person. Resolves to its answer. */
export async function persistStorage(): Promise<boolean> {
  const storage = navigator.storage as StorageManager | undefined;
  const persisted = (await storage?.persist?.().catch(() => false)) ?? false;
  await readStorage();
  return persisted;
}

import { createStore, useStore } from "@/lib/store.ts";
import type { Operation } from "./operations.ts";

/** Changes that this device could not store: they live as long as this page does. */
const unsaved = createStore<readonly Operation[]>([]);

export function useUnsaved(): readonly Operation[] {
  return useStore(unsaved);
}

export function findUnsaved(): readonly Operation[] {
  return unsaved.get();
}

export function keepUnsaved(operations: readonly Operation[]): void {
  unsaved.set((current) => [...current, ...operations.filter((operation) => !current.includes(operation))]);
}

/** They were stored after all, or given up. */
export function forgetUnsaved(operations: readonly Operation[]): void {
  const stored = new Set(operations);
  unsaved.set((current) => (current.some((one) => stored.has(one)) ? current.filter((one) => !stored.has(one)) : current));
}

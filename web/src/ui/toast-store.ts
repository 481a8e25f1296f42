import { createStore } from "@/lib/store.ts";

export interface Toast {
  readonly id: number;
  readonly message: string;
  readonly tone: "plain" | "danger";
  /** Undo is offered instead of asking before. */
  readonly action?: { readonly label: string; readonly run: () => void };
}

export const toasts = createStore<readonly Toast[]>([]);

const SHOWN_MS = 5_000;
const SHOWN_WITH_ACTION_MS = 10_000;
const MAX_SHOWN = 3;
let next_id = 1;

/** Say something briefly. With an action (undo) it stays longer. */
export function showToast(message: string, options: Partial<Pick<Toast, "tone" | "action">> = {}): void {
  const toast: Toast = { id: next_id++, message, tone: "plain", ...options };
  toasts.set((shown) => [...shown, toast].slice(-MAX_SHOWN));
  setTimeout(() => hideToast(toast.id), toast.action ? SHOWN_WITH_ACTION_MS : SHOWN_MS);
}

export function hideToast(id: number): void {
  toasts.set((shown) => shown.filter((toast) => toast.id !== id));
}

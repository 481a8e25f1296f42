import { createStore, useStore } from "./store.ts";

/** Choices of this device, readable before anybody is signed in. `boot.js` reads the same key. */
export interface Preferences {
  readonly theme: "system" | "light" | "dark";
  /** Null follows the browser. */
  readonly language: string | null;
}

const KEY = "fitfolio.preferences";
const DEFAULTS: Preferences = { theme: "system", language: null };

const preferences = createStore<Preferences>(read());

export function findPreferences(): Preferences {
  return preferences.get();
}

export function usePreferences(): Preferences {
  return useStore(preferences);
}

export function updatePreferences(change: Partial<Preferences>): void {
  preferences.set((current) => ({ ...current, ...change }));
  try {
    localStorage.setItem(KEY, JSON.stringify(preferences.get()));
  } catch {
    // Storage is blocked: the choice lasts until the page is closed.
  }
}

function read(): Preferences {
  try {
    return { ...DEFAULTS, ...(JSON.parse(localStorage.getItem(KEY) ?? "{}") as Partial<Preferences>) };
  } catch {
    return DEFAULTS;
  }
}

/** Stands in for the shim that wouter brings for React 17: React has it itself (see vite.config.ts). */
export { useSyncExternalStore } from "react";

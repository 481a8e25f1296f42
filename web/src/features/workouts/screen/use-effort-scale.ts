import type { Profile } from "@/db/documents.ts";
import { useScreen } from "./screen-context.ts";

export type EffortScale = Profile["effort_scale"];

/** How the lifter states effort. */
export function useEffortScale(): EffortScale {
  return useScreen().profile?.effort_scale ?? "rpe";
}

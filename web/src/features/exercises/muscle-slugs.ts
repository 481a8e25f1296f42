import type { ExtendedBodyPart, Slug } from "react-muscle-highlighter";
import type { Muscle } from "./vocabulary.ts";

/** Where each muscle of ours is drawn. The figure has no parts of its own for lats and abductors. */
const SLUGS: Readonly<Record<Muscle, readonly Slug[]>> = {
  abdominals: ["abs", "obliques"],
  abductors: ["gluteal"],
  adductors: ["adductors"],
  biceps: ["biceps"],
  calves: ["calves"],
  chest: ["chest"],
  forearms: ["forearm"],
  glutes: ["gluteal"],
  hamstrings: ["hamstring"],
  lats: ["upper-back"],
  lower_back: ["lower-back"],
  middle_back: ["upper-back"],
  neck: ["neck"],
  quadriceps: ["quadriceps"],
  shoulders: ["deltoids"],
  traps: ["trapezius"],
  triceps: ["triceps"],
};

/** Every part of the figure; those without training get our colours instead of the drawing's own. */
const ALL_SLUGS: readonly Slug[] = [
  ...([
    "abs",
    "adductors",
    "ankles",
    "biceps",
    "calves",
    "chest",
    "deltoids",
    "feet",
    "forearm",
    "gluteal",
    "hamstring",
    "hands",
  ] as const),
  ...([
    "hair",
    "head",
    "knees",
    "lower-back",
    "neck",
    "obliques",
    "quadriceps",
    "tibialis",
    "trapezius",
    "triceps",
    "upper-back",
  ] as const),
];
const QUIET = { fill: "var(--pressed)", stroke: "var(--card)", strokeWidth: 0.5 };

/** Parts of the figure with the strongest of the levels of their muscles; 1 is the faintest. */
export function bodyParts(levelByMuscle: ReadonlyMap<Muscle, number>): ExtendedBodyPart[] {
  const levelBySlug = new Map<Slug, number>();
  for (const [muscle, level] of levelByMuscle) {
    for (const slug of SLUGS[muscle]) levelBySlug.set(slug, Math.max(level, levelBySlug.get(slug) ?? 0));
  }
  const trained = [...levelBySlug].map(([slug, intensity]) => ({ slug, intensity }));
  const others = ALL_SLUGS.filter((slug) => !levelBySlug.has(slug)).map((slug) => ({ slug, styles: QUIET }));
  return [...trained, ...others];
}

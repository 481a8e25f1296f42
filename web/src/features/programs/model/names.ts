import type { Program } from "@/training/programs/model.ts";

const LONGEST = 24;
/** Words that mean something else where a lift or a scheme is named. */
const TAKEN_WORDS: ReadonlySet<string> = new Set(["as", "like", "of", "on", "none", "auto"]);
const EQUIPMENT = /-(?:barbell|dumbbell|machine|cable|kettlebell|ez-bar|smith-machine|bodyweight|plate|band|trap-bar)$/;

/** A name as the language writes it, from any text: letters, digits and single hyphens, no digit first. */
export function toName(text: string, fallback = "lift"): string {
  const plain = text
    .normalize("NFKD")
    .replaceAll(/\p{Mark}/gu, "")
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, "-")
    .replaceAll(/^-+|-+$/g, "");
  const short = plain.slice(0, LONGEST).replace(/-+$/, "");
  if (short === "" || TAKEN_WORDS.has(short)) return fallback;
  return /^[0-9]/.test(short) ? `x${short}` : short;
}

/** What a lift is called: its exercise without the equipment. */
export function liftNameFor(exercise: string): string {
  return toName(exercise.replace(EQUIPMENT, ""));
}

/** The name itself where it is free, else with a number behind it. */
export function freshName(wanted: string, taken: Iterable<string>): string {
  const names = new Set(taken);
  if (!names.has(wanted)) return wanted;
  for (let number = 2; ; number += 1) {
    const name = `${wanted}-${number}`;
    if (!names.has(name)) return name;
  }
}

/** Text of a quotation: the language has no way to write a quotation mark inside one, nor a line break. */
export function toQuotable(text: string): string {
  return text.replaceAll('"', "'").replaceAll(/\s+/g, " ").trim();
}

export function liftNames(program: Program): readonly string[] {
  return program.blocks.flatMap((block) => (block.type === "lift" ? [block.name] : []));
}

export function schemeNames(program: Program): readonly string[] {
  return program.blocks.flatMap((block) => (block.type === "scheme" ? [block.name] : []));
}

import type { SidePlates } from "@/training/plates.ts";

export interface DrawnPlate {
  readonly key: string;
  readonly x: number;
  readonly width: number;
  readonly height: number;
  /** Colours follow competition plates: 25 red, 20 blue, 15 yellow, 10 green, smaller ones white or grey. */
  readonly tone: "red" | "blue" | "yellow" | "green" | "white" | "grey";
  readonly text: string;
}

export interface PlateDrawing {
  readonly width: number;
  readonly height: number;
  readonly sleeve: { readonly x: number; readonly width: number };
  readonly pieces: readonly DrawnPlate[];
}

const HEIGHT = 132;
const SHAFT = 44;
const GAP = 2;
const SHORTEST_SLEEVE = 150;
const SLEEVE_END = 26;

/** From this weight on [kg] a plate has this look; pounds fall on the nearest: 45 lb is drawn like 20 kg. */
const LOOKS = [
  { from_kg: 22.6, tone: "red", width: 24, height: 124 },
  { from_kg: 18, tone: "blue", width: 22, height: 124 },
  { from_kg: 13, tone: "yellow", width: 20, height: 108 },
  { from_kg: 9, tone: "green", width: 18, height: 92 },
  { from_kg: 4, tone: "white", width: 16, height: 70 },
  { from_kg: 2, tone: "grey", width: 14, height: 56 },
  { from_kg: 0, tone: "grey", width: 13, height: 44 },
] as const;

/** Where each plate of one side stands, from the collar outwards. */
export function drawPlates(plates: readonly SidePlates[], weightKg: (plate: SidePlates) => number): PlateDrawing {
  const pieces: DrawnPlate[] = [];
  let x = SHAFT + 4;
  for (const plate of plates) {
    const kg = weightKg(plate);
    const look = LOOKS.find(({ from_kg }) => kg >= from_kg) ?? LOOKS[LOOKS.length - 1];
    if (!look) continue;
    for (let piece = 0; piece < plate.pieces; piece += 1) {
      const { tone, width, height } = look;
      pieces.push({ key: `${plate.weight} ${plate.unit} ${piece}`, x, width, height, tone, text: String(plate.weight) });
      x += width + GAP;
    }
  }
  const sleeve_width = Math.max(SHORTEST_SLEEVE, x - SHAFT + SLEEVE_END);
  return { width: SHAFT + sleeve_width, height: HEIGHT, sleeve: { x: SHAFT, width: sleeve_width }, pieces };
}

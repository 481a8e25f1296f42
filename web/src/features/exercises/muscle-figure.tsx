import Body from "react-muscle-highlighter";
import { bodyParts } from "./muscle-slugs.ts";
import type { Muscle } from "./vocabulary.ts";
import styles from "./muscle-map.module.css";

interface MuscleFigureProps {
  readonly levelByMuscle: ReadonlyMap<Muscle, number>;
  /** Colours of the levels, the faintest first. */
  readonly colors: readonly string[];
  readonly scale: number;
}

/** Front and back of a body; its drawing is large, so this module is loaded only where it is shown. */
export function MuscleFigure({ levelByMuscle, colors, scale }: MuscleFigureProps) {
  const parts = bodyParts(levelByMuscle);
  const look = {
    data: parts,
    colors,
    scale,
    border: "none",
    defaultFill: "var(--pressed)",
    defaultStroke: "var(--card)",
    defaultStrokeWidth: 0.5,
  };
  return (
    <div className={styles.figures} aria-hidden="true">
      <Body {...look} side="front" />
      <Body {...look} side="back" />
    </div>
  );
}

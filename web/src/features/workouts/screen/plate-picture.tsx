import type { SidePlates } from "@/training/plates.ts";
import { drawPlates } from "./plate-drawing.ts";
import styles from "./plate-picture.module.css";

interface PlatePictureProps {
  /** One side, heaviest first. */
  readonly plates: readonly SidePlates[];
  /** Weight of a plate in kg: its size and colour follow from it. */
  readonly scale: (plate: SidePlates) => number;
}

/** One end of the bar as it looks from the front; the words beside it say the same. */
export function PlatePicture({ plates, scale }: PlatePictureProps) {
  const { width, height, sleeve, pieces } = drawPlates(plates, scale);
  const middle = height / 2;
  return (
    <svg className={styles.picture} viewBox={`0 0 ${width} ${height}`} aria-hidden="true">
      <rect className={styles.shaft} x={0} y={middle - 4} width={sleeve.x} height={8} />
      <rect className={styles.collar} x={sleeve.x - 8} y={middle - 14} width={10} height={28} rx={3} />
      <rect className={styles.sleeve} x={sleeve.x} y={middle - 7} width={sleeve.width} height={14} rx={3} />
      {pieces.map(({ key, x, width: thick, height: tall, tone, text }) => (
        <g key={key}>
          <rect className={styles.plate} data-tone={tone} x={x} y={middle - tall / 2} width={thick} height={tall} rx={4} />
          <text
            className={styles.text}
            data-tone={tone}
            x={x + thick / 2}
            y={middle}
            transform={`rotate(-90 ${x + thick / 2} ${middle})`}
          >
            {text}
          </text>
        </g>
      ))}
    </svg>
  );
}

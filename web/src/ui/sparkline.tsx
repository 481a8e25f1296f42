import styles from "./sparkline.module.css";

interface SparklineProps {
  /** What it shows, in words; the picture is not read. */
  readonly label: string;
  readonly values: readonly number[];
  readonly width_px?: number;
  readonly height_px?: number;
}

/** A trend as small as a word: shape only, no axes. */
export function Sparkline({ label, values, width_px = 96, height_px = 28 }: SparklineProps) {
  if (values.length < 2) return null;
  const low = Math.min(...values);
  const span = Math.max(...values) - low || 1;
  const inset = 3;
  const points = values.map((value, index) => {
    const x = inset + (index / (values.length - 1)) * (width_px - 2 * inset);
    const y = height_px - inset - ((value - low) / span) * (height_px - 2 * inset);
    return [x, y] as const;
  });
  const [last_x, last_y] = points.at(-1) ?? [0, 0];
  return (
    <svg role="img" aria-label={label} width={width_px} height={height_px} viewBox={`0 0 ${width_px} ${height_px}`}>
      <polyline className={styles.line} points={points.map((point) => point.join(",")).join(" ")} />
      <circle className={styles.end} cx={last_x} cy={last_y} r={3} />
    </svg>
  );
}

interface MiniBarsProps {
  readonly label: string;
  readonly values: readonly number[];
  readonly height_px?: number;
}

/** A few equal steps of time as bars; the last one is the current. Fills its container's width. */
export function MiniBars({ label, values, height_px = 56 }: MiniBarsProps) {
  const top = Math.max(...values, 1);
  return (
    <div role="img" aria-label={label} className={styles.bars} style={{ height: height_px }}>
      {values.map((value, index) => (
        <span
          key={index}
          className={styles.bar}
          data-empty={value === 0 || undefined}
          style={{ height: `${(value / top) * 100}%` }}
        />
      ))}
    </div>
  );
}

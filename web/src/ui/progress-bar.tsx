import styles from "./progress-bar.module.css";

interface ProgressBarProps {
  readonly label: string;
  /** 0…1; null while nothing is known. */
  readonly share: number | null;
  /** Shown at the right, such as "1,204 of 5,007 sets". */
  readonly detail?: string;
}

/** How far a long act is. */
export function ProgressBar({ label, share, detail }: ProgressBarProps) {
  const percent = share === null ? undefined : Math.round(Math.min(1, Math.max(0, share)) * 100);
  return (
    <div className={styles.progress}>
      <div className={styles.texts}>
        <span>{label}</span>
        {detail !== undefined && <span className={styles.detail}>{detail}</span>}
      </div>
      <div
        className={styles.track}
        role="progressbar"
        aria-label={label}
        aria-valuemin={0}
        aria-valuemax={100}
        aria-valuenow={percent}
      >
        <div
          className={percent === undefined ? styles.unknown : styles.bar}
          style={percent === undefined ? undefined : { width: `${percent}%` }}
        />
      </div>
    </div>
  );
}

interface MeterProps {
  readonly label: string;
  readonly value: number;
  readonly max: number;
}

/** A quiet horizontal bar: one value among comparable ones. The number stands beside it as text. */
export function Meter({ label, value, max }: MeterProps) {
  const percent = max > 0 ? Math.min(100, (value / max) * 100) : 0;
  return (
    <div
      className={styles.track}
      role="meter"
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={max}
      aria-valuenow={Math.min(value, max)}
    >
      <div className={styles.bar} style={{ width: `${percent}%` }} />
    </div>
  );
}

import { useLingui } from "@lingui/react/macro";
import { VisuallyHidden } from "./visually-hidden.tsx";
import styles from "./skeleton.module.css";

interface SkeletonProps {
  /** One block per entry, its height in pixels. Take the heights of what will come: nothing jumps. */
  readonly heights: readonly number[];
}

/** Placeholders while the first content is read. */
export function Skeleton({ heights }: SkeletonProps) {
  const { t } = useLingui();
  return (
    <div className={styles.skeleton} role="status">
      <VisuallyHidden>{t`Loading`}</VisuallyHidden>
      {heights.map((height_px, index) => (
        <div key={`${index}-${height_px}`} className={styles.block} style={{ height: height_px }} />
      ))}
    </div>
  );
}

import type { ReactNode } from "react";
import styles from "./admin.module.css";

/** A name and its value; values that are nothing are left out by the caller. */
export type FactLine = readonly [label: string, value: ReactNode];

/** Names at the left, values at the right. */
export function Facts({ lines }: { readonly lines: readonly FactLine[] }) {
  return (
    <dl className={styles.facts}>
      {lines.map(([label, value]) => (
        <div key={label} className={styles.fact}>
          <dt>{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

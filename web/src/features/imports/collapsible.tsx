import { ChevronRight } from "lucide-react";
import type { ReactNode } from "react";
import styles from "./collapsible.module.css";

interface CollapsibleProps {
  readonly title: ReactNode;
  /** Small, at the right: a count. */
  readonly aside?: ReactNode;
  readonly icon?: ReactNode;
  readonly open?: boolean;
  /** No padding around the content: for lists that reach the edges. */
  readonly flush?: boolean;
  readonly children: ReactNode;
}

/** A part of a card that is closed until somebody wants it; the platform's own disclosure. */
export function Collapsible({ title, aside, icon, open = false, flush = false, children }: CollapsibleProps) {
  return (
    <details className={styles.details} open={open}>
      <summary className={styles.summary}>
        {icon !== undefined && <span className={styles.icon}>{icon}</span>}
        <span className={styles.title}>{title}</span>
        {aside !== undefined && <span className={styles.aside}>{aside}</span>}
        <ChevronRight size={18} className={styles.chevron} aria-hidden="true" />
      </summary>
      <div className={flush ? styles.flush : styles.body}>{children}</div>
    </details>
  );
}

/** Collapsibles in one card. */
export function CollapsibleList({ children }: { readonly children: ReactNode }) {
  return <div className={styles.list}>{children}</div>;
}

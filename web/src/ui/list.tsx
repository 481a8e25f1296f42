import { ChevronRight } from "lucide-react";
import type { ReactNode } from "react";
import { Link } from "wouter";
import styles from "./list.module.css";

/** Rows in one card. */
export function List({ children, label }: { readonly children: ReactNode; readonly label?: string }) {
  return (
    <ul className={styles.list} aria-label={label}>
      {children}
    </ul>
  );
}

interface RowProps {
  readonly title: ReactNode;
  readonly subtitle?: ReactNode;
  /** An icon or a small picture at the left. */
  readonly leading?: ReactNode;
  /** A value at the right. */
  readonly trailing?: ReactNode;
  /** Leads somewhere: the whole row is the target. */
  readonly href?: string;
  /** Does something: the whole row is the target. */
  readonly onPress?: () => void;
}

/** One line of a list: 56 px, the whole row is the target. */
export function Row({ title, subtitle, leading, trailing, href, onPress }: RowProps) {
  const content = (
    <>
      {leading !== undefined && <span className={styles.leading}>{leading}</span>}
      <span className={styles.texts}>
        <span className={styles.title}>{title}</span>
        {subtitle !== undefined && <span className={styles.subtitle}>{subtitle}</span>}
      </span>
      {trailing !== undefined && <span className={styles.trailing}>{trailing}</span>}
      {href !== undefined && <ChevronRight size={18} className={styles.chevron} aria-hidden="true" />}
    </>
  );
  if (href !== undefined) {
    return (
      <li className={styles.item}>
        <Link href={href} className={styles.row}>
          {content}
        </Link>
      </li>
    );
  }
  return (
    <li className={styles.item}>
      {onPress ? (
        <button type="button" className={styles.row} onClick={onPress}>
          {content}
        </button>
      ) : (
        <div className={styles.row}>{content}</div>
      )}
    </li>
  );
}

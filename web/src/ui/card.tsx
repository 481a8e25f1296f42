import type { ReactNode } from "react";
import { Link } from "wouter";
import { classNames } from "@/lib/class-names.ts";
import styles from "./card.module.css";

interface CardProps {
  readonly children: ReactNode;
  /** A heading inside the card. */
  readonly title?: ReactNode;
  /** Something small at the right of the heading: a chip, a link, an icon button. */
  readonly aside?: ReactNode;
  readonly tone?: "plain" | "accent" | "record" | "warn" | "danger";
  /** No padding around the content: for lists and tables that reach the edges. */
  readonly flush?: boolean;
}

/** The grouping surface of every page. */
export function Card({ children, title, aside, tone = "plain", flush = false }: CardProps) {
  return (
    <section className={classNames(styles.card, styles[tone], flush && styles.flush)}>
      {(title !== undefined || aside !== undefined) && (
        <div className={styles.header}>
          {title !== undefined && <h2 className={styles.title}>{title}</h2>}
          {aside}
        </div>
      )}
      {children}
    </section>
  );
}

interface CardLinkProps {
  readonly href: string;
  readonly children: ReactNode;
}

/** A card that leads somewhere as a whole. */
export function CardLink({ href, children }: CardLinkProps) {
  return (
    <Link href={href} className={classNames(styles.card, styles.plain, styles.link)}>
      {children}
    </Link>
  );
}

interface StatProps {
  readonly label: string;
  readonly value: ReactNode;
  /** Unit or a comparison, small, after the value. */
  readonly unit?: ReactNode;
  readonly size?: "medium" | "large";
}

/** One generous numeral with its meaning. */
export function Stat({ label, value, unit, size = "medium" }: StatProps) {
  return (
    <div className={styles.stat}>
      <dt className={styles.statLabel}>{label}</dt>
      <dd className={classNames(styles.statValue, size === "large" && styles.statLarge)}>
        {value}
        {unit !== undefined && <span className={styles.statUnit}>{unit}</span>}
      </dd>
    </div>
  );
}

/** A row of `Stat`s that wraps evenly. */
export function StatRow({ children }: { readonly children: ReactNode }) {
  return <dl className={styles.statRow}>{children}</dl>;
}

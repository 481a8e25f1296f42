import type { ReactNode } from "react";
import { classNames } from "@/lib/class-names.ts";
import styles from "./chip.module.css";

export type ChipTone = "plain" | "accent" | "record" | "warn" | "danger";

interface ChipProps {
  readonly children: ReactNode;
  readonly tone?: ChipTone;
  /** State never by colour alone: give coloured chips an icon or a telling word. */
  readonly icon?: ReactNode;
}

/** A small fact: not a button. */
export function Chip({ children, tone = "plain", icon }: ChipProps) {
  return (
    <span className={classNames(styles.chip, styles[tone])}>
      {icon}
      {children}
    </span>
  );
}

interface FilterChipProps {
  readonly children: ReactNode;
  readonly selected: boolean;
  readonly onToggle: () => void;
}

/** A filter that is on or off. */
export function FilterChip({ children, selected, onToggle }: FilterChipProps) {
  return (
    <button type="button" className={styles.filter} aria-pressed={selected} onClick={onToggle}>
      {children}
    </button>
  );
}

/** A row of chips: wraps, or scrolls sideways on phones. */
export function ChipRow({ children, scroll = false }: { readonly children: ReactNode; readonly scroll?: boolean }) {
  return <div className={classNames(styles.row, scroll && styles.scroll)}>{children}</div>;
}

import { useLingui } from "@lingui/react/macro";
import type { SetKind } from "@/training/sets.ts";
import { VisuallyHidden } from "@/ui/visually-hidden.tsx";
import { KIND_LETTERS, KIND_NAMES } from "@/features/programs/set-kinds.ts";
import styles from "./set-table.module.css";

interface SetBadgeProps {
  readonly kind: SetKind;
  /** Position among the working sets; null for other kinds. */
  readonly number: number | null;
}

/** What a set is: its number, or the letter of its kind with the word for screen readers. */
export function SetBadge({ kind, number }: SetBadgeProps) {
  const { i18n } = useLingui();
  const letter = KIND_LETTERS[kind];
  const name = i18n._(KIND_NAMES[kind]);
  return (
    <span className={styles.badge} data-kind={kind} title={name}>
      <span aria-hidden="true">{letter ? i18n._(letter) : number}</span>
      <VisuallyHidden>{number === null ? name : `${number}, ${name}`}</VisuallyHidden>
    </span>
  );
}

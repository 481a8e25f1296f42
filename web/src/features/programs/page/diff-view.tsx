import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { VisuallyHidden } from "@/ui/visually-hidden.tsx";
import { diffHunks } from "../model/text-diff.ts";
import styles from "./page.module.css";

const SIGNS = { same: "  ", old: "− ", new: "+ " } as const;

/** Two editions: the blocks that changed, with what went and what came. */
export function DiffView({ before, after }: { readonly before: string; readonly after: string }) {
  const { t } = useLingui();
  const hunks = diffHunks(before, after);
  if (hunks.length === 0) {
    return (
      <p className={styles.muted}>
        <Trans>Both are the same.</Trans>
      </p>
    );
  }
  const label = { same: "", old: t`removed:`, new: t`added:` };
  return (
    <div className={styles.hunks}>
      <p className={styles.muted}>
        <Plural value={hunks.length} one="One part differs" other="# parts differ" />
      </p>
      {hunks.map(({ head, lines }, index) => (
        // It scrolls where a line is long, so the keyboard must reach it too.
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
        <div key={`${index} ${head}`} className={styles.hunk} role="group" aria-label={head} tabIndex={0}>
          {lines.map((line, place) => (
            <span key={place} className={styles.diffLine} data-kind={line.kind}>
              {line.kind !== "same" && <VisuallyHidden>{label[line.kind]} </VisuallyHidden>}
              <span aria-hidden="true">{SIGNS[line.kind]}</span>
              {line.text}
            </span>
          ))}
        </div>
      ))}
    </div>
  );
}

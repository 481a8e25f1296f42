import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { useMemo } from "react";
import { diffPrograms, type BlockDiff } from "@/training/programs/diff.ts";
import { readDraft } from "@/training/programs/read-text.ts";
import { VisuallyHidden } from "@/ui/visually-hidden.tsx";
import styles from "./page.module.css";

const SIGNS = { same: "  ", removed: "− ", added: "+ " } as const;

/** Two editions: the blocks that changed, with what went and what came. */
export function DiffView({ before, after }: { readonly before: string; readonly after: string }) {
  const blocks = useMemo(() => diffTexts(before, after), [before, after]);
  if (blocks.length === 0) {
    return (
      <p className={styles.muted}>
        <Trans>Both say the same.</Trans>
      </p>
    );
  }
  return (
    <div className={styles.hunks}>
      <p className={styles.muted}>
        <Plural value={blocks.length} one="One part differs" other="# parts differ" />
      </p>
      {blocks.map((block) => (
        <ChangedBlock key={`${block.kind} ${block.name}`} block={block} />
      ))}
    </div>
  );
}

/** Editions can always be read; a draft that cannot has nothing to compare. */
function diffTexts(before: string, after: string): readonly BlockDiff[] {
  const [old, now] = [readDraft(before).program, readDraft(after).program];
  return old && now ? diffPrograms(old, now) : [];
}

function ChangedBlock({ block }: { readonly block: BlockDiff }) {
  const { t } = useLingui();
  const said = { same: "", removed: t`removed:`, added: t`added:` };
  const head = `${block.kind} ${block.name}`;
  return (
    // It scrolls where a line is long, so the keyboard must reach it too.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <div className={styles.hunk} role="group" aria-label={head} tabIndex={0}>
      {block.change === "moved" && <span className={styles.diffLine}>{t`moved to another place`}</span>}
      {block.lines.map((line, place) => (
        <span key={place} className={styles.diffLine} data-change={line.change}>
          {line.change !== "same" && <VisuallyHidden>{said[line.change]} </VisuallyHidden>}
          <span aria-hidden="true">{SIGNS[line.change]}</span>
          {line.text}
        </span>
      ))}
    </div>
  );
}

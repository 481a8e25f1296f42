import { useLingui } from "@lingui/react/macro";
import { Plus } from "lucide-react";
import type { Program, SetGroup } from "@/training/programs/model.ts";
import { weeksText } from "@/training/programs/write-text.ts";
import type { WeightUnit } from "@/training/units.ts";
import { Button } from "@/ui/button.tsx";
import { addSetLine } from "../model/scheme-edits.ts";
import styles from "./builder.module.css";
import { GroupEditor } from "./group-editor.tsx";
import type { ShownSets } from "./slot-edits.ts";

interface SetLineEditorProps {
  readonly shown: ShownSets;
  /** The only line of sets there is. */
  readonly alone: boolean;
  readonly unit: WeightUnit;
  readonly onGroups: (groups: readonly SetGroup[]) => void;
  readonly onRemove: (() => void) | undefined;
}

/** The sets of every week, or of some weeks or a stage. */
export function SetLineEditor({ shown, alone, unit, onGroups, onRemove }: SetLineEditorProps) {
  const { t } = useLingui();
  const { weeks, stage, groups } = shown;
  const parts = [weeks.length > 0 ? t`Week ${weeksText(weeks)}` : "", stage === null ? "" : t`Stage ${stage}`].filter(Boolean);
  const title = parts.join(" · ");
  return (
    <div className={styles.line}>
      {(title !== "" || onRemove) && (
        <div className={styles.lineHead}>
          <span>{title || t`In all other weeks`}</span>
          {onRemove && (
            <Button variant="quiet" onClick={onRemove}>
              {t`Remove`}
            </Button>
          )}
        </div>
      )}
      {groups.length === 0 && <p className={styles.muted}>{t`Not trained in these weeks.`}</p>}
      {groups.map((group, index) => (
        <GroupEditor
          key={index}
          group={group}
          unit={unit}
          open={alone && groups.length === 1}
          onChange={(next) => onGroups(groups.with(index, next))}
          onRemove={groups.length > 1 ? () => onGroups(groups.toSpliced(index, 1)) : undefined}
        />
      ))}
      {groups.length > 0 && (
        <Button
          variant="quiet"
          icon={<Plus size={18} aria-hidden="true" />}
          onClick={() => onGroups([...groups, { ...(groups.at(-1) as SetGroup), sets: 1 }])}
        >
          {t`More sets`}
        </Button>
      )}
    </div>
  );
}

interface AddWeekSetsProps {
  readonly program: Program;
  readonly scheme: string;
  readonly shown: readonly ShownSets[];
  readonly onChange: (program: Program) => void;
}

/** Other sets for one week: as the last line has them, to be changed there. */
export function AddWeekSets({ program, scheme, shown, onChange }: AddWeekSetsProps) {
  const { t } = useLingui();
  const week = Math.max(0, ...shown.flatMap(({ weeks }) => weeks)) + 1;
  const last = shown.findLast(({ groups }) => groups.length > 0);
  if (!last || week > 104) return null;
  return (
    <Button
      icon={<Plus size={18} aria-hidden="true" />}
      onClick={() => onChange(addSetLine(program, scheme, { groups: last.groups, weeks: [week], stage: null }))}
    >
      {t`Other sets in week ${week}`}
    </Button>
  );
}

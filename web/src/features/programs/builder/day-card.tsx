import { useLingui } from "@lingui/react/macro";
import { Ellipsis, GripVertical, Plus } from "lucide-react";
import type { Day, Program, Slot } from "@/training/programs/model.ts";
import { Button, IconButton } from "@/ui/button.tsx";
import { Card } from "@/ui/card.tsx";
import { useReorder } from "@/ui/use-reorder.ts";
import { weeksText } from "@/training/programs/write-text.ts";
import type { ExerciseTexts } from "../model/exercise-texts.ts";
import { ruleWords, setsWords } from "../model/rule-words.ts";
import { liftOf } from "../model/scheme-edits.ts";
import { useDayTitle } from "../model/use-day-title.ts";
import { useWeekdayNames } from "../model/use-weekday-names.ts";
import styles from "./builder.module.css";
import { rulesOf, shownSets } from "./slot-edits.ts";

interface DayCardProps {
  readonly program: Program;
  readonly day: Day;
  readonly texts: ExerciseTexts;
  readonly handle: object;
  readonly onOpenSlot: (index: number) => void;
  readonly onMoveSlot: (from: number, to: number) => void;
  readonly onAdd: () => void;
  readonly onMenu: () => void;
}

/** A day with its exercises; handles move it and them. */
export function DayCard({ program, day, texts, handle, onOpenSlot, onMoveSlot, onAdd, onMenu }: DayCardProps) {
  const { t } = useLingui();
  const weekdays = useWeekdayNames();
  const titleOf = useDayTitle();
  const reorder = useReorder(day.slots.length, onMoveSlot);
  return (
    <Card flush>
      <div className={styles.dayHead}>
        <button
          type="button"
          className={styles.handle}
          aria-label={t`Move day ${day.name}`}
          title={t`Move day ${day.name}`}
          {...handle}
        >
          <GripVertical size={20} aria-hidden="true" />
        </button>
        <h3 className={styles.dayName}>
          {titleOf(day.name)}
          {day.weekday !== null && <span className={styles.weekday}>{weekdays[day.weekday - 1]}</span>}
        </h3>
        <IconButton label={t`More about day ${day.name}`} icon={<Ellipsis size={20} aria-hidden="true" />} onClick={onMenu} />
      </div>
      {day.slots.length === 0 && <p className={styles.empty}>{t`No exercises yet.`}</p>}
      <ul className={styles.slots} {...reorder.list}>
        {day.slots.map((slot, index) => {
          const name = texts.nameOf(liftOf(program, slot.lift)?.exercise ?? slot.lift);
          return (
            <li key={index} className={styles.slot} {...reorder.item(index)}>
              <button
                type="button"
                className={styles.handle}
                aria-label={t`Move ${name}`}
                title={t`Move ${name}`}
                {...reorder.handle(index)}
              >
                <GripVertical size={18} aria-hidden="true" />
              </button>
              <SlotButton program={program} slot={slot} name={name} onOpen={() => onOpenSlot(index)} />
            </li>
          );
        })}
      </ul>
      <div className={styles.add}>
        <Button variant="quiet" icon={<Plus size={18} aria-hidden="true" />} onClick={onAdd}>
          {t`Add exercise`}
        </Button>
      </div>
    </Card>
  );
}

const LINES = 4;

interface SlotButtonProps {
  readonly program: Program;
  readonly slot: Slot;
  readonly name: string;
  readonly onOpen: () => void;
}

/** Exercise, sets and rule in words. */
function SlotButton({ program, slot, name, onOpen }: SlotButtonProps) {
  const { t, i18n } = useLingui();
  const lines = shownSets(program, slot);
  const [rule] = rulesOf(program, slot);
  const label = [slot.label, slot.superset === null ? null : t`superset ${slot.superset}`].filter(Boolean).join(" · ");
  return (
    <button type="button" className={styles.slotButton} onClick={onOpen}>
      <span className={styles.slotName}>{label === "" ? name : `${name} · ${label}`}</span>
      {lines.slice(0, LINES).map((line) => (
        <span key={line.line ?? "own"} className={styles.slotSets}>
          {line.weeks.length > 0 && <span className={styles.slotWeek}>{t`Wk ${weeksText(line.weeks)}`} </span>}
          {line.stage !== null && <span className={styles.slotWeek}>{t`Stage ${line.stage}`} </span>}
          {line.groups.length === 0 ? t`not trained` : setsWords(line.groups, i18n)}
        </span>
      ))}
      {lines.length > LINES && <span className={styles.slotRule}>{t`and ${lines.length - LINES} more lines`}</span>}
      {rule && <span className={styles.slotRule}>{ruleWords(rule, i18n)}</span>}
    </button>
  );
}

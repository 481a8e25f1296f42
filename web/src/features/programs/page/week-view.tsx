import { useLingui } from "@lingui/react/macro";
import { useState } from "react";
import { groupsFor, type Plan, type PlannedSlot } from "@/training/programs/plan.ts";
import { Card } from "@/ui/card.tsx";
import { Chip } from "@/ui/chip.tsx";
import type { ExerciseTexts } from "../model/exercise-texts.ts";
import { ruleWords, setsWords } from "../model/rule-words.ts";
import { useDayTitle } from "../model/use-day-title.ts";
import { useWeekdayNames } from "../model/use-weekday-names.ts";
import styles from "./page.module.css";
import { useSwipe } from "@/ui/use-swipe.ts";
import { WeekChooser } from "./week-chooser.tsx";

interface WeekViewProps {
  readonly plan: Plan;
  readonly texts: ExerciseTexts;
}

/** The weeks of a program and their days, one week at a time. */
export function WeekView({ plan, texts }: WeekViewProps) {
  const { t } = useLingui();
  const weekdays = useWeekdayNames();
  const titleOf = useDayTitle();
  const [chosen, setChosen] = useState(0);
  const index = Math.min(chosen, plan.weeks.length - 1);
  const days = plan.weeks[index] ?? [];
  const week = index + 1;
  const block = plan.blocks.find((one) => one.numbers.includes(week))?.text;
  const swipe = useSwipe((direction) => setChosen(Math.max(0, Math.min(plan.weeks.length - 1, index + direction))));
  return (
    <>
      <WeekChooser weeks={plan.weeks.map((_, place) => t`Week ${place + 1}`)} chosen={index} onChoose={setChosen} />
      {(block !== undefined || plan.deloads.has(week)) && (
        <div className={styles.actions}>
          {block !== undefined && <Chip tone="accent">{block}</Chip>}
          {plan.deloads.has(week) && <Chip>{t`Deload`}</Chip>}
        </div>
      )}
      <div className={styles.days} {...swipe}>
        {days.map((day) => (
          <Card
            key={day.number}
            title={titleOf(day.name)}
            aside={day.weekday === null ? undefined : <Chip>{weekdays[day.weekday - 1]}</Chip>}
          >
            <ul className={styles.slots}>
              {day.slots.map((slot, place) => (
                <PlannedItem key={place} slot={slot} week={week} plan={plan} texts={texts} />
              ))}
            </ul>
          </Card>
        ))}
        {days.length === 0 && <p className={styles.muted}>{t`A week off.`}</p>}
      </div>
    </>
  );
}

interface PlannedItemProps {
  readonly slot: PlannedSlot;
  readonly week: number;
  readonly plan: Plan;
  readonly texts: ExerciseTexts;
}

function PlannedItem({ slot, week, plan, texts }: PlannedItemProps) {
  const { t, i18n } = useLingui();
  const stages = slot.scheme.stages.length > 0 ? slot.scheme.stages : [1];
  const name = texts.nameOf(plan.lifts.get(slot.slot.lift)?.exercise ?? slot.slot.lift);
  const marks = [slot.slot.label, slot.slot.superset === null ? null : t`superset ${slot.slot.superset}`]
    .filter(Boolean)
    .join(" · ");
  return (
    <li className={styles.slot}>
      <span className={styles.slotName}>{marks === "" ? name : `${name} · ${marks}`}</span>
      {stages.map((stage) => {
        const groups = groupsFor(slot, week, stage);
        if (groups.length === 0) return null;
        return (
          <span key={stage} className={styles.sets}>
            {stages.length > 1 && `${t`Stage ${stage}`}: `}
            {setsWords(groups, i18n)}
          </span>
        );
      })}
      {slot.scheme.rules.map((rule, index) => (
        <span key={index} className={styles.rule}>
          {ruleWords(rule, i18n)}
        </span>
      ))}
      {slot.slot.note !== null && <span className={styles.rule}>{slot.slot.note}</span>}
    </li>
  );
}

import { Trans, useLingui } from "@lingui/react/macro";
import { Ellipsis, Plus, TriangleAlert } from "lucide-react";
import { lazy, Suspense, useState } from "react";
import { ExercisePicker } from "@/features/exercises/exercise-picker.tsx";
import { useFormat } from "@/features/auth/use-format.ts";
import type { Program } from "@/training/programs/model.ts";
import { weekCount } from "@/training/programs/plan.ts";
import type { Problem } from "@/training/programs/problems.ts";
import { weeksText } from "@/training/programs/write-text.ts";
import { Button, IconButton } from "@/ui/button.tsx";
import { ChipRow, FilterChip } from "@/ui/chip.tsx";
import { Notice } from "@/ui/states.tsx";
import { showToast } from "@/ui/toast-store.ts";
import { useReorder } from "@/ui/use-reorder.ts";
import { problemWords } from "../editor/problem-words.ts";
import type { ExerciseTexts } from "../model/exercise-texts.ts";
import { dayPlaces, type SlotPlace } from "../model/places.ts";
import {
  addDay,
  addWeek,
  copyDay,
  freshDayName,
  moveDay,
  moveSlot,
  removeDay,
  removeSection,
  renameDay,
  sectionsOf,
  setSectionWeeks,
  setWeekday,
  type Section,
} from "../model/program-edits.ts";
import { addExercise, groupsFrom, withoutUnused } from "../model/scheme-edits.ts";
import styles from "./builder.module.css";
import { DayCard } from "./day-card.tsx";
import { DayDialog } from "./day-dialog.tsx";
import { HeaderCard } from "./header-card.tsx";
import { LiftsCard } from "./lifts-card.tsx";
import { NamesCard } from "./names-card.tsx";
import { UnknownExercises } from "./unknown-exercises.tsx";
import { WeekDialog } from "./week-dialog.tsx";

/** Half of the builder, fetched at once and not waited for: nobody taps an exercise before the page stands. */
const slot_dialog = import("./slot-dialog.tsx").then(({ SlotDialog }) => ({ default: SlotDialog }));
const SlotDialog = lazy(() => slot_dialog);

interface BuilderProps {
  readonly program: Program;
  readonly problems: readonly Problem[];
  readonly texts: ExerciseTexts;
  readonly onChange: (program: Program) => void;
  /** Show the rules of a scheme where they are written. */
  readonly onText: (scheme: string) => void;
  /** Changes when the program was put back to an earlier state, which fields that keep their own text must take over. */
  readonly steps: number;
}

type Open =
  | { readonly kind: "slot"; readonly place: SlotPlace }
  | { readonly kind: "day"; readonly day: number }
  | { readonly kind: "add"; readonly day: number }
  | { readonly kind: "week" };

/** The program as cards: its weeks, days, exercises, sets and rules. Every change is one edit of the model. */
export function Builder({ program, problems, texts, onChange, onText, steps }: BuilderProps) {
  const { t } = useLingui();
  const { weight_unit: unit } = useFormat();
  const [open, setOpen] = useState<Open | null>(null);
  const [chosen, setChosen] = useState(0);
  const sections = sectionsOf(program);
  const shown = Math.min(chosen, sections.length - 1);
  const section = sections[shown] ?? { at: null, weeks: null, days: [] };
  const numbers = dayPlaces(program);
  const close = () => setOpen(null);
  /** Away with something, and back again while the message stands. */
  const removed = (next: Program, message: string) => {
    close();
    onChange(withoutUnused(next));
    showToast(message, { action: { label: t`Undo`, run: () => onChange(program) } });
  };
  const titleOf = ({ weeks }: Section) => {
    if (weeks === null) return t`Every week`;
    return weeks.length === 1 ? t`Week ${weeksText(weeks)}` : t`Weeks ${weeksText(weeks)}`;
  };
  const dayOf = (number: number) => {
    const at = numbers[number];
    const day = at === undefined ? undefined : program.blocks[at];
    return at !== undefined && day?.type === "day" ? { at, day } : null;
  };
  const opened_day = open?.kind === "day" ? dayOf(open.day) : null;
  const reorder = useReorder(section.days.length, (from, to) => onChange(moveDay(program, section, from, to)));
  const newWeek = (copied: Section | null) => {
    close();
    const next = addWeek(program, copied, section.days[0]?.day.name ?? t`Day 1`);
    onChange(next);
    setChosen(sectionsOf(next).length - 1);
  };
  const names = section.days.map(({ day }) => day.name);
  const soft = problems.filter((problem) => problem.code !== "empty_day" && problem.code !== "no_days");
  return (
    <div className={styles.columns}>
      <div className={styles.column}>
        <UnknownExercises program={program} texts={texts} onChange={onChange} />
        {soft.map((problem) => (
          <ProblemNotice key={`${problem.line}:${problem.column}:${problem.code}`} problem={problem} />
        ))}
        {sections.length > 1 && (
          <ChipRow scroll>
            {sections.map((one, index) => (
              <FilterChip key={one.at ?? "all"} selected={index === shown} onToggle={() => setChosen(index)}>
                {titleOf(one)}
              </FilterChip>
            ))}
          </ChipRow>
        )}
        <div className={styles.weekHead}>
          <h2 className={styles.weekName}>{titleOf(section)}</h2>
          <IconButton
            label={t`More about these weeks`}
            icon={<Ellipsis size={20} aria-hidden="true" />}
            onClick={() => setOpen({ kind: "week" })}
          />
        </div>
        {section.days.length === 0 && (
          <p className={styles.muted}>
            <Trans>A program is a list of days. Add the first one.</Trans>
          </p>
        )}
        <div className={styles.days} {...reorder.list}>
          {section.days.map(({ at, day }, index) => {
            const number = numbers.indexOf(at);
            return (
              <div key={index} {...reorder.item(index)}>
                <DayCard
                  program={program}
                  day={day}
                  texts={texts}
                  handle={reorder.handle(index)}
                  onOpenSlot={(slot) => setOpen({ kind: "slot", place: { day: number, slot } })}
                  onMoveSlot={(from, to) => onChange(moveSlot(program, at, from, to))}
                  onAdd={() => setOpen({ kind: "add", day: number })}
                  onMenu={() => setOpen({ kind: "day", day: number })}
                />
              </div>
            );
          })}
        </div>
        <div className={styles.addRow}>
          <Button
            icon={<Plus size={18} aria-hidden="true" />}
            onClick={() => onChange(addDay(program, section, freshDayName(names.at(-1) ?? t`Day 0`, names)))}
          >
            {t`Add day`}
          </Button>
          <Button icon={<Plus size={18} aria-hidden="true" />} onClick={() => newWeek(section.days.length > 0 ? section : null)}>
            {t`Add week ${weekCount(program) + 1}`}
          </Button>
        </div>
      </div>
      <div className={styles.column}>
        <HeaderCard key={steps} program={program} onChange={onChange} />
        <LiftsCard program={program} texts={texts} unit={unit} onChange={onChange} />
        <NamesCard program={program} texts={texts} onChange={onChange} />
      </div>
      {open?.kind === "slot" && (
        <Suspense fallback={null}>
          <SlotDialog
            program={program}
            place={open.place}
            texts={texts}
            unit={unit}
            onChange={onChange}
            onText={onText}
            onClose={close}
          />
        </Suspense>
      )}
      {open?.kind === "add" && (
        <ExercisePicker
          title={t`Add exercise`}
          onClose={close}
          onPick={(id) => {
            close();
            const at = numbers[open.day];
            if (at !== undefined) onChange(addExercise(program, at, texts.textOf(id), groupsFrom("3x8")));
          }}
        />
      )}
      {opened_day && (
        <DayDialog
          day={opened_day.day}
          onRename={(name) => onChange(renameDay(program, opened_day.at, name))}
          onWeekday={(weekday) => onChange(setWeekday(program, opened_day.at, weekday))}
          onCopy={() => {
            close();
            onChange(copyDay(program, opened_day.at));
          }}
          onRemove={() => removed(removeDay(program, opened_day.at), t`Day removed`)}
          onClose={close}
        />
      )}
      {open?.kind === "week" && (
        <WeekDialog
          section={section}
          title={titleOf(section)}
          can_remove={sections.length > 1}
          onWeeks={(weeks) => onChange(setSectionWeeks(program, section, weeks))}
          onCopy={() => newWeek(section)}
          onRemove={() => removed(removeSection(program, section), t`Days removed`)}
          onClose={close}
        />
      )}
    </div>
  );
}

function ProblemNotice({ problem }: { readonly problem: Problem }) {
  const { i18n } = useLingui();
  return (
    <Notice tone="warn" icon={<TriangleAlert size={20} />}>
      {problemWords(problem, i18n)}
    </Notice>
  );
}

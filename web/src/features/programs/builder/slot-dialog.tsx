import { useLingui } from "@lingui/react/macro";
import { Copy, Trash2 } from "lucide-react";
import { useState } from "react";
import { ExercisePicker } from "@/features/exercises/exercise-picker.tsx";
import type { Program } from "@/training/programs/model.ts";
import type { WeightUnit } from "@/training/units.ts";
import { Button } from "@/ui/button.tsx";
import { Dialog } from "@/ui/dialog.tsx";
import { Select, Switch, TextField } from "@/ui/field.tsx";
import { NumberField } from "@/ui/number-field.tsx";
import { showToast } from "@/ui/toast-store.ts";
import type { ExerciseTexts } from "../model/exercise-texts.ts";
import { toName } from "../model/names.ts";
import { dayPlaces, slotAt, type SlotPlace } from "../model/places.ts";
import { changeSlot, copySlot, moveSlotToDay, removeSlot } from "../model/program-edits.ts";
import { liftOf, removeSetLine, withoutUnused } from "../model/scheme-edits.ts";
import styles from "./builder.module.css";
import { ProgressionEditor } from "./progression-editor.tsx";
import { SlotScheme } from "./slot-scheme.tsx";
import { AddWeekSets, SetLineEditor } from "./set-line-editor.tsx";
import {
  hasWarmUp,
  progressionOfSlot,
  rulesOf,
  setExercise,
  setGroups,
  setProgression,
  setSlotWarmUp,
  shownSets,
} from "./slot-edits.ts";

interface SlotDialogProps {
  readonly program: Program;
  readonly place: SlotPlace;
  readonly texts: ExerciseTexts;
  readonly unit: WeightUnit;
  readonly onChange: (program: Program) => void;
  /** Show the rules of a scheme where they are written. */
  readonly onText: (scheme: string) => void;
  readonly onClose: () => void;
}

/** One exercise of a day: which it is, its sets, and how it goes on. */
export function SlotDialog({ program, place, texts, unit, onChange, onText, onClose }: SlotDialogProps) {
  const { t } = useLingui();
  const [picking, setPicking] = useState(false);
  const found = slotAt(program, place);
  if (!found) return null;
  const { slot, at } = found;
  const exercise = liftOf(program, slot.lift)?.exercise ?? slot.lift;
  const name = texts.nameOf(exercise);
  const leave = (next: Program) => {
    onClose();
    onChange(next);
  };
  if (picking) {
    return (
      <ExercisePicker
        title={t`Another exercise`}
        onClose={() => setPicking(false)}
        onPick={(id) => {
          setPicking(false);
          onChange(setExercise(program, place, texts.textOf(id)));
        }}
      />
    );
  }
  return (
    <Dialog
      open
      title={name}
      onClose={onClose}
      actions={
        <Button variant="primary" onClick={onClose}>
          {t`Done`}
        </Button>
      }
    >
      <Button wide onClick={() => setPicking(true)}>{t`Another exercise`}</Button>
      <SlotScheme program={program} slot={slot} at={at} index={place.slot} texts={texts} onChange={onChange} />
      <h3 className={styles.heading}>{t`Sets`}</h3>
      {shownSets(program, slot).map((shown) => (
        <SetLineEditor
          key={shown.line ?? "own"}
          shown={shown}
          alone={shownSets(program, slot).length === 1}
          unit={unit}
          onGroups={(groups) => onChange(setGroups(program, place, shown.line, groups))}
          onRemove={
            shown.line === null || shownSets(program, slot).length < 2
              ? undefined
              : () => onChange(removeSetLine(program, slot.scheme ?? "", shown.line ?? 0))
          }
        />
      ))}
      {slot.scheme !== null && (
        <AddWeekSets program={program} scheme={slot.scheme} shown={shownSets(program, slot)} onChange={onChange} />
      )}
      <Switch
        label={t`Warm-up sets before them`}
        checked={hasWarmUp(program, slot)}
        onChange={(on) => onChange(setSlotWarmUp(program, place, on))}
      />
      <h3 className={styles.heading}>{t`How it goes on`}</h3>
      <ProgressionEditor
        progression={progressionOfSlot(program, slot)}
        rules={rulesOf(program, slot)}
        onChange={(progression) => onChange(setProgression(program, place, progression))}
        onText={() => onText(slot.scheme ?? "")}
      />
      <details className={styles.more}>
        <summary>{t`Superset, rest, note`}</summary>
        <div className={styles.moreContent}>
          <TextField
            label={t`Superset`}
            hint={t`Exercises with the same letter are done in turns.`}
            value={slot.superset ?? ""}
            maxLength={12}
            onChange={(event) =>
              onChange(
                changeSlot(program, at, place.slot, {
                  superset: event.target.value === "" ? null : toName(event.target.value, "a").toUpperCase(),
                }),
              )
            }
          />
          <NumberField
            label={t`Rest`}
            unit="s"
            value={slot.rest_s}
            min={0}
            max={3600}
            step={15}
            digits={0}
            onValue={(rest_s) => onChange(changeSlot(program, at, place.slot, { rest_s }))}
          />
          <TextField
            label={t`Note`}
            value={slot.note ?? ""}
            maxLength={200}
            onChange={(event) =>
              onChange(
                changeSlot(program, at, place.slot, {
                  note: event.target.value === "" ? null : event.target.value.replaceAll('"', "'"),
                }),
              )
            }
          />
        </div>
      </details>
      <MoveToDay program={program} place={place} onMove={(other) => leave(moveSlotToDay(program, at, place.slot, other))} />
      <div className={styles.buttons}>
        <Button icon={<Copy size={18} aria-hidden="true" />} onClick={() => leave(copySlot(program, at, place.slot))}>
          {t`Copy`}
        </Button>
        <Button
          variant="danger"
          icon={<Trash2 size={18} aria-hidden="true" />}
          onClick={() => {
            leave(withoutUnused(removeSlot(program, at, place.slot)));
            showToast(t`Exercise removed`, { action: { label: t`Undo`, run: () => onChange(program) } });
          }}
        >
          {t`Remove from this day`}
        </Button>
      </div>
    </Dialog>
  );
}

function MoveToDay({
  program,
  place,
  onMove,
}: {
  readonly program: Program;
  readonly place: SlotPlace;
  readonly onMove: (at: number) => void;
}) {
  const { t } = useLingui();
  const places = dayPlaces(program);
  if (places.length < 2) return null;
  const options = places.map((at, index) => {
    const day = program.blocks[at];
    return { value: String(index), label: day?.type === "day" ? day.name : "" };
  });
  return (
    <Select
      label={t`Day`}
      value={String(place.day)}
      options={options}
      onValue={(value) => {
        const at = places[Number(value)];
        if (at !== undefined && Number(value) !== place.day) onMove(at);
      }}
    />
  );
}

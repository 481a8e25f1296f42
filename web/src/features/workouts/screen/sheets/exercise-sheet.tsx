import { useLingui } from "@lingui/react/macro";
import { ArrowLeftRight, ArrowUpDown, Disc3, Flame, Link2, Link2Off, Trash2 } from "lucide-react";
import { changePreference } from "@/features/exercises/commands.ts";
import { formatDuration } from "@/lib/format.ts";
import { Button } from "@/ui/button.tsx";
import { Dialog } from "@/ui/dialog.tsx";
import { List, Row } from "@/ui/list.tsx";
import { Segmented } from "@/ui/segmented.tsx";
import { NumberField } from "@/ui/number-field.tsx";
import { supersetOf } from "../../superset-turn.ts";
import { restAfter } from "../../timer/rest-time.ts";
import { NoteField } from "../note-field.tsx";
import { useActive, useScreen } from "../screen-context.ts";
import styles from "./sheets.module.css";

const ICON = { size: 20, "aria-hidden": true } as const;

/** Everything about the exercise of a workout that is no set. */
export function ExerciseSheet() {
  const { t } = useLingui();
  const { workout, exercises, profile, is_live, entries, openSheet } = useScreen();
  const { entry, name, unit, tracking } = useActive();
  const exercise = exercises?.get(entry.exercise_id);
  const members = supersetOf(workout.exercises, entry.id);
  const after = workout.exercises[workout.exercises.findIndex((one) => one.id === members.at(-1)?.id) + 1];
  const after_name = after && (exercises?.get(after.exercise_id)?.name ?? t`Exercise`);
  const close = () => openSheet(null);
  const closing = (act: () => void) => () => {
    close();
    act();
  };
  const rest_s = restAfter("working", exercise, profile?.rest);
  return (
    <Dialog
      open
      title={name}
      onClose={close}
      actions={
        <>
          <Button variant="danger" icon={<Trash2 size={18} aria-hidden="true" />} onClick={closing(() => entries.remove(entry))}>
            {t`Remove`}
          </Button>
          <Button variant="primary" onClick={close}>
            {t`Done`}
          </Button>
        </>
      }
    >
      <NoteField key={entry.id} label={t`Note for today`} value={entry.notes} onSave={(notes) => entries.setNotes(entry, notes)} />
      <List>
        {tracking === "weight_reps" && (
          <Row
            onPress={() => openSheet("warm_up")}
            leading={<Flame {...ICON} />}
            title={t`Warm-up sets`}
            subtitle={t`Worked out from the first working set`}
          />
        )}
        {tracking === "weight_reps" && <Row onPress={() => openSheet("plates")} leading={<Disc3 {...ICON} />} title={t`Plates`} />}
        <Row onPress={() => openSheet("swap")} leading={<ArrowLeftRight {...ICON} />} title={t`Swap exercise`} />
        <Row onPress={() => openSheet("order")} leading={<ArrowUpDown {...ICON} />} title={t`Order of the exercises`} />
        {after_name && (
          <Row onPress={closing(() => entries.join(entry))} leading={<Link2 {...ICON} />} title={t`Superset with ${after_name}`} />
        )}
        {members.length > 1 && (
          <Row onPress={closing(() => entries.leave(entry))} leading={<Link2Off {...ICON} />} title={t`Take out of the superset`} />
        )}
      </List>
      <div className={styles.settings}>
        <Segmented
          label={t`Weights of this exercise in`}
          show_label
          value={unit}
          options={[
            { value: "kg", label: t`Kilograms` },
            { value: "lb", label: t`Pounds` },
          ]}
          onValue={(weight_unit) => void changePreference(entry.exercise_id, { weight_unit })}
        />
        {is_live && (
          <NumberField
            label={t`Rest after a set (${formatDuration(rest_s)})`}
            unit="s"
            value={rest_s}
            min={0}
            max={3600}
            step={15}
            digits={0}
            onValue={(seconds) => void changePreference(entry.exercise_id, { rest_s: seconds })}
          />
        )}
      </div>
    </Dialog>
  );
}

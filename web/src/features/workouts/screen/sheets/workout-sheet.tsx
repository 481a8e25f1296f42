import { useLingui } from "@lingui/react/macro";
import { ArrowUpDown, BookmarkPlus, Trash2 } from "lucide-react";
import { useState } from "react";
import { useLocation } from "wouter";
import { nowMs } from "@/lib/clock.ts";
import { Button } from "@/ui/button.tsx";
import { Dialog } from "@/ui/dialog.tsx";
import { TextField } from "@/ui/field.tsx";
import { List, Row } from "@/ui/list.tsx";
import { DateTimeFields } from "../../date-time-fields.tsx";
import { refuseTimes } from "../../set-limits.ts";
import { useDeleteWorkout } from "../../use-delete-workout.ts";
import { useSaveAsTemplate } from "../../use-save-as-template.ts";
import { skipRest } from "../../timer/rest-store.ts";
import { NoteField } from "../note-field.tsx";
import { useScreen } from "../screen-context.ts";

const ICON = { size: 20, "aria-hidden": true } as const;

/** Title, time and notes of a workout; what can be done with it as a whole. */
export function WorkoutSheet() {
  const { t, i18n } = useLingui();
  const { workout, is_live, entries, openSheet, flush } = useScreen();
  const [, navigate] = useLocation();
  const deleteWithUndo = useDeleteWorkout();
  const saveAsTemplate = useSaveAsTemplate();
  const [refusal, setRefusal] = useState<string | undefined>();
  const close = () => openSheet(null);
  const discard = async () => {
    close();
    await flush();
    if (is_live) skipRest();
    if (await deleteWithUndo(workout)) navigate(is_live ? "/train" : "/history", { replace: true });
  };
  const setTimes = (times: { started_at: string; finished_at: string | null }) => {
    const found = refuseTimes(times.started_at, times.finished_at, nowMs());
    setRefusal(found ? i18n._(found) : undefined);
    if (!found) entries.setWorkout(times);
  };
  return (
    <Dialog
      open
      title={t`This workout`}
      onClose={close}
      actions={
        <>
          <Button variant="danger" icon={<Trash2 size={18} aria-hidden="true" />} onClick={() => void discard()}>
            {is_live ? t`Discard` : t`Delete`}
          </Button>
          <Button variant="primary" onClick={close}>
            {t`Done`}
          </Button>
        </>
      }
    >
      <TextField
        label={t`Title`}
        defaultValue={workout.title}
        maxLength={200}
        onBlur={(event) => {
          if (event.target.value !== workout.title) entries.setWorkout({ title: event.target.value });
        }}
      />
      <DateTimeFields
        started_at={workout.started_at}
        finished_at={workout.finished_at}
        time_zone={workout.time_zone}
        error={refusal}
        onTimes={setTimes}
      />
      <NoteField label={t`Notes`} value={workout.notes} onSave={(notes) => entries.setWorkout({ notes })} />
      <List>
        {workout.exercises.length > 1 && (
          <Row onPress={() => openSheet("order")} leading={<ArrowUpDown {...ICON} />} title={t`Order of the exercises`} />
        )}
        {workout.exercises.length > 0 && (
          <Row
            onPress={() => {
              close();
              void saveAsTemplate(workout);
            }}
            leading={<BookmarkPlus {...ICON} />}
            title={t`Save as template`}
          />
        )}
      </List>
    </Dialog>
  );
}

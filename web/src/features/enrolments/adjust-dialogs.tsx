import { useLingui } from "@lingui/react/macro";
import { useState } from "react";
import { Button } from "@/ui/button.tsx";
import { Dialog } from "@/ui/dialog.tsx";
import { Select, Switch, TextField } from "@/ui/field.tsx";
import { NumberField } from "@/ui/number-field.tsx";
import type { Running } from "./run.ts";
import type { NoteFact } from "./use-note-fact.ts";
import styles from "./enrolment.module.css";

interface DialogProps {
  readonly running: Running;
  readonly note: NoteFact["note"];
  readonly onRename: (name: string) => void;
  readonly onClose: () => void;
}

export function AdjustDialog({ asking, ...rest }: DialogProps & { readonly asking: "move" | "break" | "name" }) {
  if (asking === "move") return <MoveDialog {...rest} />;
  return asking === "break" ? <BreakDialog {...rest} /> : <NameDialog {...rest} />;
}

/** Choose the day that comes next. */
function MoveDialog({ running, note, onClose }: DialogProps) {
  const { t } = useLingui();
  const { plan, session, state } = running;
  const [place, setPlace] = useState(`${session?.week ?? state.week} ${session?.day ?? 1}`);
  const options = plan.weeks.flatMap((days, index) =>
    days.map(({ number, name }) => {
      const week = index + 1;
      return { value: `${week} ${number}`, label: plan.weeks.length > 1 ? t`Week ${week}: ${name}` : name };
    }),
  );
  const save = () => {
    const [week = 0, day = 0] = place.split(" ").map(Number);
    onClose();
    void note("move", { week, day }, t`Another day comes next`);
  };
  return (
    <Dialog
      open
      title={t`Go to another day`}
      onClose={onClose}
      actions={
        <Button variant="primary" onClick={save}>
          {t`This one is next`}
        </Button>
      }
    >
      <Select label={t`Day`} value={place} options={options} onValue={setPlace} />
    </Dialog>
  );
}

/** Come back after a pause with less weight. */
function BreakDialog({ note, onClose }: DialogProps) {
  const { t } = useLingui();
  const [percent, setPercent] = useState<number | null>(10);
  const [week_anew, setWeekAnew] = useState(true);
  const save = () => {
    onClose();
    void note("break", { value: percent ?? 0, week: week_anew ? 1 : 0 }, t`Back from a break`);
  };
  return (
    <Dialog
      open
      title={t`Come back from a break`}
      onClose={onClose}
      actions={
        <Button variant="primary" onClick={save}>
          {t`Go on lighter`}
        </Button>
      }
    >
      <div className={styles.stack}>
        <NumberField
          label={t`All weights and training maxes fall by`}
          unit="%"
          value={percent}
          min={0}
          max={50}
          step={5}
          onValue={setPercent}
        />
        <Switch label={t`Begin this week anew`} checked={week_anew} onChange={setWeekAnew} />
      </div>
    </Dialog>
  );
}

function NameDialog({ running, onRename, onClose }: DialogProps) {
  const { t } = useLingui();
  const { enrolment } = running;
  const [name, setName] = useState(enrolment.name);
  const save = () => {
    onClose();
    const trimmed = name.trim();
    if (trimmed !== "" && trimmed !== enrolment.name) onRename(trimmed);
  };
  return (
    <Dialog
      open
      title={t`Rename`}
      onClose={onClose}
      actions={
        <Button variant="primary" onClick={save}>
          {t`Save`}
        </Button>
      }
    >
      <TextField label={t`Name`} value={name} maxLength={200} onChange={(event) => setName(event.target.value)} />
    </Dialog>
  );
}

import { useLingui } from "@lingui/react/macro";
import { useEffect, useState } from "react";
import type { WorkoutSet } from "@/db/documents.ts";
import { NumberPad, PadAction } from "@/ui/number-pad.tsx";
import { pressKey, startPad, type PadKey } from "@/ui/pad-text.ts";
import { digitsOfDuration, fieldsOf } from "./fields.ts";
import { padNumber } from "./pad-view.ts";
import { useActive, useScreen } from "./screen-context.ts";
import { useField } from "./use-field.ts";
import type { OpenPad } from "./view-state.ts";
import styles from "./set-dock.module.css";

interface DockPadProps {
  readonly set: WorkoutSet;
  readonly pad: OpenPad;
}

/** The number pad for one number of the chosen set. Every key counts at once; there is nothing to save. */
export function DockPad({ set, pad }: DockPadProps) {
  const { field } = pad;
  return field === "rpe" || field === "rir" ? null : <FieldPad key={field} set={set} pad={{ ...pad, field }} />;
}

function FieldPad({
  set,
  pad,
}: DockPadProps & { readonly pad: { readonly field: "weight" | "reps" | "duration_s" | "distance" } }) {
  const { t } = useLingui();
  const { setView, sets } = useScreen();
  const { tracking } = useActive();
  const { field } = pad;
  const model = useField(set, field);
  const [refusal, setRefusal] = useState<string | null>(null);
  const fields = fieldsOf(tracking);
  const next = fields[fields.indexOf(field) + 1];
  const digits = field === "duration_s" ? 0 : model.digits;

  const press = (key: PadKey) => {
    const text = pressKey(pad.text, key, { digits, negative: model.signed });
    const typed = { ...pad, text };
    setView({ pad: typed });
    setRefusal(model.set(padNumber(typed)));
  };
  useEffect(() => {
    // Opened by a digit of a keyboard: that digit counts.
    if (!pad.text.fresh) setRefusal(model.set(padNumber(pad)));
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, []);
  const goOn = () => {
    if (refusal !== null) return;
    const value = next === undefined ? null : set[next];
    const start = next === "duration_s" && value !== null ? digitsOfDuration(value) : value;
    setView({ pad: next === undefined ? null : { set_id: set.id, field: next, text: startPad(start) } });
  };
  return (
    <>
      <p className={styles.refusal} role="alert">
        {refusal}
      </p>
      <NumberPad
        label={model.label}
        decimals={digits > 0}
        signed={model.signed}
        onKey={press}
        onEnter={goOn}
        onEscape={() => setView({ pad: null })}
        onArrow={(direction) => {
          setView({ pad: null });
          model.step(direction);
        }}
      >
        {next !== undefined && <PadAction label={t`Next`} onPress={goOn} />}
        <PadAction label={t`Close`} onPress={() => setView({ pad: null })} />
        <PadAction
          main
          label={set.completed ? t`OK` : t`Log`}
          onPress={() => {
            if (refusal !== null) return;
            if (set.completed) setView({ pad: null });
            else if (!sets.log(set)) goOn();
          }}
        />
      </NumberPad>
    </>
  );
}

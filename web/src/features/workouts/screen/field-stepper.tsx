import type { WorkoutSet } from "@/db/documents.ts";
import { startPad } from "@/ui/pad-text.ts";
import { Stepper } from "@/ui/stepper.tsx";
import type { SetField } from "../set-limits.ts";
import { useScreen } from "./screen-context.ts";
import { digitsOfDuration } from "./fields.ts";
import { padText } from "./pad-view.ts";
import { useField } from "./use-field.ts";

interface FieldStepperProps {
  readonly set: WorkoutSet;
  readonly field: Exclude<SetField, "rpe" | "rir">;
}

export function FieldStepper({ set, field }: FieldStepperProps) {
  const { view, setView, format } = useScreen();
  const model = useField(set, field);
  const pad = view.pad?.set_id === set.id && view.pad.field === field ? view.pad : null;
  const typed = pad && !pad.text.fresh ? padText(pad, format.locale) : null;
  return (
    <Stepper
      label={model.label}
      text={typed ?? model.text}
      unit={model.unit}
      active={pad !== null}
      can_decrease={model.can_decrease}
      onStep={(direction) => {
        if (pad) setView({ pad: null });
        model.step(direction);
      }}
      onPress={() => {
        const start = field === "duration_s" && model.value !== null ? digitsOfDuration(model.value) : model.value;
        setView({ pad: pad ? null : { set_id: set.id, field, text: startPad(start) } });
      }}
    />
  );
}

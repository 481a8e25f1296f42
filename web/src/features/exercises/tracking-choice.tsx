import type { MessageDescriptor } from "@lingui/core";
import { msg } from "@lingui/core/macro";
import { useLingui } from "@lingui/react/macro";
import { Select } from "@/ui/field.tsx";
import { TRACKING_NAMES, type Tracking } from "./vocabulary.ts";

/** What each kind asks for, with an example. */
const EXPLAINED: Readonly<Record<Tracking, MessageDescriptor>> = {
  weight_reps: msg`Each set is a weight and a number of reps, as in 80 kg × 8.`,
  bodyweight_reps: msg`Your own weight, plus or minus a load: dips with +10 kg × 6.`,
  assisted_reps: msg`A machine or band helps: you enter how much it takes off, and less is better.`,
  reps: msg`Only the reps count: sit-ups, jumping jacks.`,
  duration: msg`Only the time counts: plank, hang, stretching.`,
  weight_duration: msg`A weight is held for a time: weighted plank, static holds.`,
  distance_duration: msg`Distance and time: rowing, running, cycling.`,
  weight_distance: msg`A weight is moved over a distance: farmer's walk, sled.`,
};

interface TrackingChoiceProps {
  readonly value: Tracking;
  readonly onValue: (tracking: Tracking) => void;
}

/** What is written down for each set. */
export function TrackingChoice({ value, onValue }: TrackingChoiceProps) {
  const { t, i18n } = useLingui();
  return (
    <Select
      label={t`What is counted`}
      hint={i18n._(EXPLAINED[value])}
      value={value}
      options={(Object.keys(TRACKING_NAMES) as Tracking[]).map((one) => ({ value: one, label: i18n._(TRACKING_NAMES[one]) }))}
      onValue={onValue}
    />
  );
}

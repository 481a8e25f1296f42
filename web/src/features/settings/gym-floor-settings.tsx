import { useLingui } from "@lingui/react/macro";
import { changeProfile, type ProfileChange } from "@/features/auth/profile.ts";
import type { Profile } from "@/db/documents.ts";
import { ButtonLink } from "@/ui/button.tsx";
import { Card } from "@/ui/card.tsx";
import { Switch } from "@/ui/field.tsx";
import { NumberField } from "@/ui/number-field.tsx";
import { Segmented } from "@/ui/segmented.tsx";
import { PushSetting } from "./push-setting.tsx";

type Rest = Profile["rest"];

const LONGEST_REST_S = 3600;
const REST_STEP_S = 15;

/** How a workout behaves: effort, rests, what the phone does meanwhile. */
export function GymFloorSettings({ profile }: { readonly profile: Profile }) {
  const { t } = useLingui();
  const save = (change: ProfileChange) => void changeProfile(change);
  const rests: readonly { readonly key: keyof Rest; readonly label: string }[] = [
    { key: "default_s", label: t`Rest after a set` },
    { key: "warm_up_s", label: t`Rest after a warm-up set` },
    { key: "drop_s", label: t`Rest after a drop set` },
  ];
  return (
    <Card title={t`On the gym floor`}>
      <Segmented
        label={t`How hard a set was, as`}
        show_label
        value={profile.effort_scale}
        options={[
          { value: "rpe", label: t`RPE` },
          { value: "rir", label: t`RIR` },
          { value: "off", label: t`Not at all` },
        ]}
        onValue={(effort_scale) => save({ effort_scale })}
      />
      {rests.map(({ key, label }) => (
        <NumberField
          key={key}
          label={label}
          unit="s"
          value={profile.rest[key]}
          min={0}
          max={LONGEST_REST_S}
          step={REST_STEP_S}
          digits={0}
          onValue={(seconds) => {
            if (seconds !== null) save({ rest: { [key]: seconds } as NonNullable<ProfileChange["rest"]> });
          }}
        />
      ))}
      <Switch
        label={t`Sound when a rest is over`}
        checked={profile.timer_sound}
        onChange={(timer_sound) => save({ timer_sound })}
      />
      <Switch
        label={t`Vibrate when a rest is over`}
        hint={t`Where the phone allows it; iPhones do not.`}
        checked={profile.timer_vibration}
        onChange={(timer_vibration) => save({ timer_vibration })}
      />
      <Switch
        label={t`Keep the screen on during a workout`}
        checked={profile.keep_awake}
        onChange={(keep_awake) => save({ keep_awake })}
      />
      <PushSetting />
      <ButtonLink href="/settings/gym">{t`Bars, plates and dumbbells`}</ButtonLink>
    </Card>
  );
}

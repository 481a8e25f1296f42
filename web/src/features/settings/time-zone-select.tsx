import { useLingui } from "@lingui/react/macro";
import { deviceTimeZone } from "@/lib/clock.ts";
import { Select } from "@/ui/field.tsx";

interface TimeZoneSelectProps {
  readonly value: string;
  readonly onValue: (time_zone: string) => void;
}

/** Every IANA zone the browser knows, the current and the device's own included. */
export function TimeZoneSelect({ value, onValue }: TimeZoneSelectProps) {
  const { t } = useLingui();
  const names = [...new Set([value, deviceTimeZone(), "UTC", ...Intl.supportedValuesOf("timeZone")])].filter(Boolean).toSorted();
  return (
    <Select
      label={t`Time zone`}
      hint={t`Decides which day a workout belongs to.`}
      value={value}
      options={names.map((name) => ({ value: name, label: name.replaceAll("_", " ") }))}
      onValue={onValue}
    />
  );
}

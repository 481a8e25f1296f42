import { Trans, useLingui } from "@lingui/react/macro";
import { deviceTimeZone } from "@/lib/clock.ts";
import { Card } from "@/ui/card.tsx";
import { Select } from "@/ui/field.tsx";
import { Segmented } from "@/ui/segmented.tsx";
import type { ImportOptions, ImportPreview, ImportRead } from "./queries.ts";
import styles from "./review.module.css";

interface ReviewQuestionsProps {
  readonly import_: ImportRead;
  readonly preview: ImportPreview;
  readonly onAnswer: (options: ImportOptions) => void;
}

/** Only what the file does not say, with the likely answer chosen. */
export function ReviewQuestions({ import_, preview, onAnswer }: ReviewQuestionsProps) {
  const { t } = useLingui();
  const { needs_unit, needs_time_zone, guessed_unit } = preview;
  const unit = import_.unit ?? guessed_unit;
  return (
    <>
      {needs_unit && (
        <Card title={t`Kilograms or pounds?`}>
          <p className={styles.muted}>
            {guessed_unit === null ? (
              <Trans>The file does not say in which unit its weights are.</Trans>
            ) : (
              <Trans>The file does not say. By its weights it is likely {guessed_unit}.</Trans>
            )}
          </p>
          <Segmented
            label={t`Unit of the weights`}
            value={unit ?? ""}
            options={[
              { value: "kg", label: guessed_unit === "kg" ? t`Kilograms (likely)` : t`Kilograms` },
              { value: "lb", label: guessed_unit === "lb" ? t`Pounds (likely)` : t`Pounds` },
            ]}
            onValue={(value) => onAnswer({ unit: value === "lb" ? "lb" : "kg" })}
          />
        </Card>
      )}
      {needs_time_zone && (
        <Card title={t`Where did you train?`}>
          <p className={styles.muted}>
            <Trans>The file has times without a zone. They are read as the clock of this place.</Trans>
          </p>
          <ZoneSelect value={import_.time_zone ?? deviceTimeZone()} onValue={(time_zone) => onAnswer({ time_zone })} />
        </Card>
      )}
    </>
  );
}

interface ZoneSelectProps {
  readonly value: string;
  readonly onValue: (time_zone: string) => void;
}

function ZoneSelect({ value, onValue }: ZoneSelectProps) {
  const { t } = useLingui();
  const names = [...new Set([value, deviceTimeZone(), "UTC", ...Intl.supportedValuesOf("timeZone")])].filter(Boolean).toSorted();
  return (
    <Select
      label={t`Time zone`}
      value={value}
      options={names.map((name) => ({ value: name, label: name.replaceAll("_", " ") }))}
      onValue={onValue}
    />
  );
}

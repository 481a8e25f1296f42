import { useLingui } from "@lingui/react/macro";
import { FilterChip, ChipRow } from "@/ui/chip.tsx";
import { MUSCLE_NAMES, type Muscle } from "./vocabulary.ts";
import styles from "./exercise-form.module.css";

interface MuscleChoiceProps {
  readonly primary: readonly Muscle[];
  readonly secondary: readonly Muscle[];
  readonly onChange: (change: { primary_muscles: readonly Muscle[]; secondary_muscles: readonly Muscle[] }) => void;
}

const MUSCLES = Object.keys(MUSCLE_NAMES) as Muscle[];

/** Which muscles an exercise trains: a muscle is main or helping, never both. */
export function MuscleChoice({ primary, secondary, onChange }: MuscleChoiceProps) {
  const { t } = useLingui();
  return (
    <>
      <MuscleChips
        label={t`Main muscles`}
        hint={t`A set counts fully for these.`}
        chosen={primary}
        onToggle={(muscle) =>
          onChange({ primary_muscles: toggled(primary, muscle), secondary_muscles: secondary.filter((one) => one !== muscle) })
        }
      />
      <MuscleChips
        label={t`Helping muscles`}
        hint={t`A set counts half for these.`}
        chosen={secondary}
        onToggle={(muscle) =>
          onChange({ primary_muscles: primary.filter((one) => one !== muscle), secondary_muscles: toggled(secondary, muscle) })
        }
      />
    </>
  );
}

interface MuscleChipsProps {
  readonly label: string;
  readonly hint: string;
  readonly chosen: readonly Muscle[];
  readonly onToggle: (muscle: Muscle) => void;
}

function MuscleChips({ label, hint, chosen, onToggle }: MuscleChipsProps) {
  const { i18n } = useLingui();
  return (
    <fieldset className={styles.fieldset}>
      <legend className={styles.legend}>{label}</legend>
      <p className={styles.hint}>{hint}</p>
      <ChipRow>
        {MUSCLES.map((muscle) => (
          <FilterChip key={muscle} selected={chosen.includes(muscle)} onToggle={() => onToggle(muscle)}>
            {i18n._(MUSCLE_NAMES[muscle])}
          </FilterChip>
        ))}
      </ChipRow>
    </fieldset>
  );
}

function toggled(muscles: readonly Muscle[], muscle: Muscle): readonly Muscle[] {
  return muscles.includes(muscle) ? muscles.filter((one) => one !== muscle) : [...muscles, muscle];
}

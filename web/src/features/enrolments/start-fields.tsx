import { useLingui } from "@lingui/react/macro";
import { useFormat } from "@/features/auth/use-format.ts";
import type { ExerciseLookup } from "@/features/programs/program-exercises.ts";
import type { NeededStart } from "@/training/programs/starts.ts";
import type { WeightUnit } from "@/training/units.ts";
import { TextField } from "@/ui/field.tsx";
import type { ReadStarts, StartTexts } from "./start-values.ts";
import { suggestionSource, suggestionText } from "./suggestion-text.ts";
import type { Suggestions } from "./use-suggestions.ts";
import styles from "./enrol.module.css";

interface StartFieldsProps {
  readonly needed: readonly NeededStart[];
  /** Where the program says itself where to begin, and the lifter may know better. */
  readonly own: readonly NeededStart[];
  readonly values: StartTexts;
  readonly suggestions: Suggestions;
  readonly unit: WeightUnit;
  readonly exerciseOf: ExerciseLookup;
  readonly read: ReadStarts;
  readonly show_missing: boolean;
  readonly onType: (key: string, text: string) => void;
}

/** One field for each value that the program asks for: what must be known first, then what may be. */
export function StartFields({ needed, own, ...rest }: StartFieldsProps) {
  const { t } = useLingui();
  const required = needed.filter(({ is_required }) => is_required);
  const optional = needed.filter(({ is_required }) => !is_required);
  return (
    <>
      {needed.length === 0 && (
        <p className={styles.muted}>{own.length > 0 ? t`The program says where to begin.` : t`This program needs none.`}</p>
      )}
      {needed.some(({ kind }) => kind === "max") && (
        <p className={styles.muted}>{t`For a maximum write 140, or a set you have done: 5 × 120.`}</p>
      )}
      {required.length > 0 && <Fields needed={required} {...rest} />}
      {required.length === 0 && optional.length > 0 && <Fields needed={optional} {...rest} />}
      {required.length > 0 && optional.length > 0 && (
        <details>
          <summary className={styles.summary}>{t`More, which you can choose at the first session too`}</summary>
          <Fields needed={optional} {...rest} />
        </details>
      )}
      {own.length > 0 && (
        <details>
          <summary className={styles.summary}>{t`Begin with weights of your own`}</summary>
          <Fields needed={own} {...rest} />
        </details>
      )}
    </>
  );
}

function Fields(props: Omit<StartFieldsProps, "own">) {
  const { needed, values, suggestions, unit, exerciseOf, read, show_missing, onType } = props;
  const { t, i18n } = useLingui();
  const format = useFormat();
  const labelOf = ({ key, kind, lift, exercise }: NeededStart) => {
    const name = exerciseOf(exercise)?.name ?? exercise;
    if (kind === "tm") return t`${name}: training max (${unit})`;
    if (kind === "max") return t`${name}: 1RM or a set (${unit})`;
    const track = key === lift ? "" : ` · ${key.slice(lift.length + 1)}`;
    return t`${name}${track}: first weight (${unit})`;
  };
  const errorOf = ({ key, kind }: NeededStart) => {
    if (read.wrong.has(key)) return kind === "max" ? t`Write a weight, or reps × weight with up to 12 reps.` : t`Write a weight.`;
    return show_missing && read.missing.has(key) ? t`The program works out its weights from this.` : undefined;
  };
  const hintOf = ({ key }: NeededStart) => {
    const suggestion = suggestions.get(key);
    if (!suggestion) return {};
    const source = suggestionSource(suggestion, format, i18n);
    // What is not filled in says its number too.
    return { hint: values[key] === undefined ? `${source}: ${suggestionText(suggestion, format.locale)}` : source };
  };
  return (
    <div className={styles.fields}>
      {needed.map((one) => (
        <TextField
          key={one.key}
          label={labelOf(one)}
          // A set needs a multiplication sign, which number keys do not have.
          inputMode={one.kind === "max" ? "text" : "decimal"}
          autoComplete="off"
          value={values[one.key] ?? ""}
          error={errorOf(one)}
          onChange={(event) => onType(one.key, event.target.value)}
          {...hintOf(one)}
        />
      ))}
    </div>
  );
}

import { Trans, useLingui } from "@lingui/react/macro";
import type { Program } from "@/training/programs/model.ts";
import { Card } from "@/ui/card.tsx";
import { TextField } from "@/ui/field.tsx";
import type { ExerciseTexts } from "../model/exercise-texts.ts";
import { freshName, liftNames, schemeNames, toName } from "../model/names.ts";
import { renameLift, renameScheme, takenSchemeNames } from "../model/renames.ts";
import { liftsBy, liftOf } from "../model/scheme-edits.ts";
import styles from "./builder.module.css";

interface NamesCardProps {
  readonly program: Program;
  readonly texts: ExerciseTexts;
  readonly onChange: (program: Program) => void;
}

/** What lifts and schemes are called in the text and in the lifter's numbers. */
export function NamesCard({ program, texts, onChange }: NamesCardProps) {
  const { t } = useLingui();
  const lifts = program.blocks.filter((block) => block.type === "lift");
  const schemes = schemeNames(program);
  if (lifts.length === 0) return null;
  const without = (names: readonly string[], name: string) => names.filter((one) => one !== name);
  return (
    <Card title={t`Names`}>
      <details className={styles.more}>
        <summary>{t`Rename lifts and schemes`}</summary>
        <div className={styles.moreContent}>
          <p className={styles.muted}>
            <Trans>
              Whoever moves from an earlier edition begins anew with what has another name. Training maxes belong to the lift,
              weights to a lift with its scheme.
            </Trans>
          </p>
          {lifts.map(({ name, exercise }) => (
            <NameField
              key={name}
              label={t`Lift: ${texts.nameOf(exercise)}`}
              name={name}
              taken={without(liftNames(program), name)}
              onName={(to) => onChange(renameLift(program, name, to))}
            />
          ))}
          {schemes.map((name) => (
            <NameField
              key={name}
              label={t`Scheme of ${liftsBy(program, name)
                .map((lift) => texts.nameOf(liftOf(program, lift)?.exercise ?? lift))
                .join(", ")}`}
              name={name}
              taken={without(takenSchemeNames(program), name)}
              onName={(to) => onChange(renameScheme(program, name, to))}
            />
          ))}
        </div>
      </details>
    </Card>
  );
}

interface NameFieldProps {
  readonly label: string;
  readonly name: string;
  readonly taken: readonly string[];
  readonly onName: (name: string) => void;
}

/** A name is taken over when the field is left, as the language writes it; an empty one stays as it was. */
function NameField({ label, name, taken, onName }: NameFieldProps) {
  return (
    <TextField
      label={label}
      defaultValue={name}
      maxLength={24}
      autoCapitalize="off"
      autoCorrect="off"
      spellCheck={false}
      onKeyDown={(event) => {
        if (event.key === "Enter") event.currentTarget.blur();
      }}
      onBlur={(event) => {
        const field = event.currentTarget;
        const wanted = toName(field.value, name);
        const free = wanted === name ? name : freshName(wanted, taken);
        field.value = free;
        if (free !== name) onName(free);
      }}
    />
  );
}

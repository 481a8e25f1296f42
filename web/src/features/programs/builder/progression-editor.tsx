import { Trans, useLingui } from "@lingui/react/macro";
import { TextCursorInput } from "lucide-react";
import type { Rule } from "@/training/programs/model.ts";
import { Button } from "@/ui/button.tsx";
import { Select } from "@/ui/field.tsx";
import { NumberField } from "@/ui/number-field.tsx";
import { standardProgression, type Progression, type ProgressionKind } from "../model/progressions.ts";
import { ruleWords } from "../model/rule-words.ts";
import styles from "./builder.module.css";

interface ProgressionEditorProps {
  readonly progression: Progression;
  readonly rules: readonly Rule[];
  readonly onChange: (progression: Progression) => void;
  /** Show the rules where they are written. */
  readonly onText: () => void;
}

/** How a weight goes on from what was lifted: the ways people know, and each rule in words. */
export function ProgressionEditor({ progression, rules, onChange, onText }: ProgressionEditorProps) {
  const { t, i18n } = useLingui();
  const { kind } = progression;
  const change = (fields: Partial<Progression>) => onChange({ ...progression, ...fields });
  const number = (
    label: string,
    field: "successes" | "failures" | "reset_pct" | "low" | "high",
    min: number,
    max: number,
    unit?: string,
  ) => (
    <NumberField
      label={label}
      {...(unit === undefined ? {} : { unit })}
      value={progression[field]}
      min={min}
      max={max}
      digits={field === "reset_pct" ? 1 : 0}
      onValue={(value) => change({ [field]: value ?? min })}
    />
  );
  const falls = kind === "linear" || kind === "double" || kind === "climb";
  return (
    <>
      <Select
        label={t`Progression`}
        value={kind}
        options={[
          { value: "none", label: t`None: the weight stays` },
          { value: "linear", label: t`Linear: more weight after each success` },
          { value: "double", label: t`Double: reps in a range, then weight` },
          { value: "climb", label: t`Climbing: one rep more each time, then weight` },
          { value: "amrap", label: t`By the reps of the last set` },
          { value: "total", label: t`By all reps together` },
          { value: "wave", label: t`Wave: training max after each cycle` },
          { value: "stages", label: t`Stages: next stage after a failure` },
          ...(kind === "custom" ? [{ value: "custom" as const, label: t`Rules of its own` }] : []),
        ]}
        onValue={(next) => next !== "custom" && onChange(standardProgression(next as ProgressionKind))}
      />
      {(kind === "linear" || kind === "double") && number(t`Successes in a row before the weight rises`, "successes", 1, 10)}
      {kind === "climb" && (
        <div className={styles.pair}>
          {number(t`From reps`, "low", 1, 30)}
          {number(t`To reps`, "high", 1, 50)}
        </div>
      )}
      {kind === "amrap" && number(t`Reps for one step`, "low", 1, 30)}
      {kind === "amrap" && number(t`Reps for two steps`, "high", 1, 50)}
      {kind === "total" && number(t`Reps in all`, "low", 1, 500)}
      {falls && number(t`Failures in a row before it falls; 0 for never`, "failures", 0, 10)}
      {((falls && progression.failures > 0) || kind === "amrap" || kind === "wave") &&
        number(t`It falls by`, "reset_pct", 1, 50, "%")}
      {rules.length > 0 && (
        <ul className={styles.sentences} aria-label={t`The rules in words`}>
          {rules.map((rule, index) => (
            <li key={index}>{ruleWords(rule, i18n)}</li>
          ))}
        </ul>
      )}
      {kind === "custom" && (
        <>
          <p className={styles.muted}>
            <Trans>
              These rules and their variables are written in the text; there they can be changed. Another choice replaces them.
            </Trans>
          </p>
          <Button icon={<TextCursorInput size={18} aria-hidden="true" />} onClick={onText}>{t`Show them in the text`}</Button>
        </>
      )}
    </>
  );
}

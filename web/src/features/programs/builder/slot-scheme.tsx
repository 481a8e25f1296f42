import { Trans, useLingui } from "@lingui/react/macro";
import { Split } from "lucide-react";
import type { Program, Slot } from "@/training/programs/model.ts";
import { Button } from "@/ui/button.tsx";
import { Select } from "@/ui/field.tsx";
import type { ExerciseTexts } from "../model/exercise-texts.ts";
import { schemeNames } from "../model/names.ts";
import { forkScheme, giveScheme, liftOf, liftsBy, withoutUnused } from "../model/scheme-edits.ts";
import styles from "./builder.module.css";

const OWN = "";

interface SlotSchemeProps {
  readonly program: Program;
  readonly slot: Slot;
  /** The day's block, and the slot's place in it. */
  readonly at: number;
  readonly index: number;
  readonly texts: ExerciseTexts;
  readonly onChange: (program: Program) => void;
}

/** Which scheme a slot follows: sets and progression under a name that other exercises may share. */
export function SlotScheme({ program, slot, at, index, texts, onChange }: SlotSchemeProps) {
  const { t } = useLingui();
  const { scheme } = slot;
  const names = schemeNames(program);
  const nameOf = (lift: string) => texts.nameOf(liftOf(program, lift)?.exercise ?? lift);
  const others = scheme === null ? [] : liftsBy(program, scheme).filter((lift) => lift !== slot.lift);
  const labelOf = (name: string) => {
    const lifts = liftsBy(program, name).map(nameOf);
    return lifts.length === 0 ? name : `${name} (${lifts.join(", ")})`;
  };
  return (
    <>
      {names.some((name) => name !== scheme) && (
        <Select
          label={t`Sets and progression of`}
          value={scheme ?? OWN}
          options={[
            ...(scheme === null ? [{ value: OWN, label: t`This exercise alone` }] : []),
            ...names.map((name) => ({ value: name, label: labelOf(name) })),
          ]}
          onValue={(name) => {
            if (name !== OWN && name !== scheme) onChange(withoutUnused(giveScheme(program, at, index, name)));
          }}
        />
      )}
      {others.length > 0 && scheme !== null && (
        <div className={styles.group}>
          <p className={styles.muted}>
            <Trans>Sets and progression are shared with {others.map(nameOf).join(", ")}. A change here changes all of them.</Trans>
          </p>
          <Button
            icon={<Split size={18} aria-hidden="true" />}
            onClick={() => onChange(forkScheme(program, slot.lift, scheme).program)}
          >
            {t`Only for this one`}
          </Button>
        </div>
      )}
    </>
  );
}

import { Plural, useLingui } from "@lingui/react/macro";
import { ArrowRight, Minus, Plus, RefreshCw } from "lucide-react";
import type { Format } from "@/features/auth/use-format.ts";
import type { ExerciseMap } from "@/features/exercises/use-exercises.ts";
import type { TemplateChange } from "@/features/programs/template-changes.ts";
import { Card } from "@/ui/card.tsx";
import { Segmented } from "@/ui/segmented.tsx";
import type { TemplateProposal } from "./use-template-proposal.ts";
import styles from "./finish.module.css";

interface TemplateQuestionProps {
  readonly proposal: TemplateProposal;
  readonly exercises: ExerciseMap | undefined;
  readonly format: Format;
  readonly yes: boolean;
  readonly onAnswer: (yes: boolean) => void;
}

/** "Update the template?" as the difference it would make. */
export function TemplateQuestion({ proposal, exercises, format, yes, onAnswer }: TemplateQuestionProps) {
  const { t } = useLingui();
  const { template, changes } = proposal;
  return (
    <Card title={t`Update “${template.name}”?`}>
      <ul className={styles.changes} data-off={!yes || undefined}>
        {changes.map((change) => (
          <li key={`${change.kind} ${"exercise_id" in change ? change.exercise_id : ""}`} data-kind={change.kind}>
            <ChangeIcon change={change} />
            <ChangeText change={change} exercises={exercises} format={format} />
          </li>
        ))}
      </ul>
      <Segmented
        label={t`Update the template`}
        value={yes ? "yes" : "no"}
        options={[
          { value: "yes", label: t`Update` },
          { value: "no", label: t`Leave as it is` },
        ]}
        onValue={(value) => onAnswer(value === "yes")}
      />
    </Card>
  );
}

function ChangeIcon({ change }: { readonly change: TemplateChange }) {
  if (change.kind === "added") return <Plus size={16} aria-hidden="true" />;
  if (change.kind === "removed") return <Minus size={16} aria-hidden="true" />;
  return change.kind === "order" || change.kind === "superset" || change.kind === "kinds" ? (
    <RefreshCw size={16} aria-hidden="true" />
  ) : (
    <ArrowRight size={16} aria-hidden="true" />
  );
}

interface ChangeTextProps {
  readonly change: TemplateChange;
  readonly exercises: ExerciseMap | undefined;
  readonly format: Format;
}

function ChangeText({ change, exercises, format }: ChangeTextProps) {
  const { t } = useLingui();
  if (change.kind === "order") return t`Another order`;
  const name = exercises?.get(change.exercise_id)?.name ?? t`Exercise`;
  switch (change.kind) {
    case "added":
      return (
        <span>
          {t`New: ${name}`}, <Plural value={change.sets} one="# set" other="# sets" />
        </span>
      );
    case "removed":
      return t`Without ${name}`;
    case "sets": {
      const { before, after } = change;
      return t`${name}: ${before} → ${after} sets`;
    }
    case "kinds":
      return t`${name}: other kinds of sets`;
    case "superset":
      return t`${name}: superset changed`;
    case "weight": {
      const text = (set: typeof change.before) => `${format.number(set.weight ?? 0)}\u00a0${set.weight_unit ?? "kg"}`;
      const [before, after] = [text(change.before), text(change.after)];
      return t`${name}: ${before} → ${after}`;
    }
  }
}

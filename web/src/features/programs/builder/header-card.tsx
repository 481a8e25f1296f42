import { useLingui } from "@lingui/react/macro";
import type { Program } from "@/training/programs/model.ts";
import { Card } from "@/ui/card.tsx";
import { Select, Switch, TextArea, TextField } from "@/ui/field.tsx";
import { NumberField } from "@/ui/number-field.tsx";
import { weeksText } from "@/training/programs/write-text.ts";
import { headerOf, setHeaderLine, setHeaderTexts, setTitle, setWeekTotal } from "../model/program-edits.ts";
import { useTerm } from "../model/use-term.ts";
import { parseWeeks } from "./week-dialog.tsx";
import styles from "./builder.module.css";

const LEVELS = ["beginner", "intermediate", "advanced"];
const GOALS = ["strength", "size", "strength and size"];

interface HeaderCardProps {
  readonly program: Program;
  readonly onChange: (program: Program) => void;
}

/** What the program is called and for whom it is. */
export function HeaderCard({ program, onChange }: HeaderCardProps) {
  const { t } = useLingui();
  const term = useTerm();
  const header = headerOf(program);
  const lines = header?.lines ?? [];
  const text = (name: string) => lines.find((line) => line.name === name)?.text ?? "";
  const number = (name: string) => lines.find((line) => line.name === name)?.numbers[0] ?? null;
  const setText = (name: string, value: string) => onChange(setHeaderLine(program, name, value === "" ? null : { text: value }));
  const notes = lines.filter((line) => line.name === "note").map((line) => line.text);
  const deloads = lines.find((line) => line.name === "deload")?.numbers ?? [];
  const choices = (values: readonly string[], current: string) =>
    ["", ...new Set([...values, ...(current === "" ? [] : [current])])].map((value) => ({
      value,
      label: value === "" ? t`Not said` : term(value),
    }));
  return (
    <Card title={t`The program`}>
      <TextField
        label={t`Title`}
        value={header?.title ?? ""}
        maxLength={120}
        required
        onChange={(event) => onChange(setTitle(program, event.target.value))}
      />
      <details className={styles.more}>
        <summary>{t`Goal, weeks, notes`}</summary>
        <div className={styles.moreContent}>
          <Select
            label={t`Goal`}
            value={text("goal")}
            options={choices(GOALS, text("goal"))}
            onValue={(value) => setText("goal", value)}
          />
          <Select
            label={t`Level`}
            value={text("level")}
            options={choices(LEVELS, text("level"))}
            onValue={(value) => setText("level", value)}
          />
          <NumberField
            label={t`Weeks of one round`}
            value={number("weeks")}
            min={1}
            max={104}
            digits={0}
            onValue={(value) => onChange(setWeekTotal(program, value))}
          />
          <TextField
            label={t`Deload weeks`}
            hint={t`In them nothing progresses and nothing counts as failed, such as 4,8.`}
            defaultValue={weeksText(deloads)}
            maxLength={60}
            onBlur={(event) => {
              const weeks = event.target.value.trim() === "" ? [] : parseWeeks(event.target.value);
              if (weeks !== null) onChange(setHeaderLine(program, "deload", weeks.length === 0 ? null : { numbers: weeks }));
            }}
          />
          <Switch
            label={t`Begins again after the last week`}
            checked={lines.every((line) => line.name !== "once")}
            onChange={(again) => onChange(setHeaderLine(program, "once", again ? null : {}))}
          />
          <TextArea
            label={t`Notes`}
            hint={t`One a line.`}
            rows={3}
            defaultValue={notes.join("\n")}
            onBlur={(event) => onChange(setHeaderTexts(program, "note", event.target.value.split("\n")))}
          />
        </div>
      </details>
    </Card>
  );
}

import { Plural, useLingui } from "@lingui/react/macro";
import { useFormat } from "@/features/auth/use-format.ts";
import { Card, Stat, StatRow } from "@/ui/card.tsx";
import type { ImportPreview } from "./queries.ts";
import styles from "./review.module.css";

/** What is in the file, in a sentence and in numbers. */
export function FileSummary({ preview }: { readonly preview: ImportPreview }) {
  const { t } = useLingui();
  const format = useFormat();
  const { counts, format_label } = preview;
  const { first, last, workouts, sets, exercises, measurements, warmup_sets, tonnage_kg } = counts;
  const months = first === null || last === null ? null : monthRange(format.locale, first, last);
  return (
    <Card>
      <p className={styles.sentence}>
        <strong>{format_label}</strong>
        {workouts > 0 && (
          <>
            {", "}
            <Plural value={workouts} one="# workout" other="# workouts" />
            {", "}
            <Plural value={sets} one="# set" other="# sets" />
          </>
        )}
        {measurements > 0 && (
          <>
            {", "}
            <Plural value={measurements} one="# measurement" other="# measurements" />
          </>
        )}
        {months !== null && `, ${months}`}
      </p>
      {workouts > 0 && (
        <StatRow>
          <Stat label={t`Exercises`} value={format.number(exercises)} />
          {warmup_sets > 0 && <Stat label={t`Warm-up sets`} value={format.number(warmup_sets)} />}
          {tonnage_kg !== null && tonnage_kg > 0 && (
            <Stat label={t`Moved in total`} value={format.number(tonnage_kg / 1000, tonnage_kg < 10_000 ? 1 : 0)} unit={t`t`} />
          )}
        </StatRow>
      )}
    </Card>
  );
}

/** "Jan 2023 – Jan 2024", as the language writes a range. */
function monthRange(locale: string, first: string, last: string): string {
  const format = new Intl.DateTimeFormat(locale, { month: "short", year: "numeric", timeZone: "UTC" });
  return format.formatRange(Date.parse(first.slice(0, 10)), Date.parse(last.slice(0, 10)));
}

import { Trans, useLingui } from "@lingui/react/macro";
import { useState } from "react";
import { Button } from "@/ui/button.tsx";
import { Card } from "@/ui/card.tsx";
import { Select } from "@/ui/field.tsx";
import { Section } from "@/ui/page.tsx";
import { Table } from "@/ui/table.tsx";
import { Collapsible, CollapsibleList } from "./collapsible.tsx";
import { FIELD_NAMES, MAIN_FIELDS, MORE_FIELDS, REQUIRED_FIELDS, type ColumnField } from "./column-fields.ts";
import styles from "./review.module.css";

interface ColumnMappingProps {
  readonly columns: readonly string[];
  /** Our field → the file's column. */
  readonly guessed: Readonly<Record<string, string>>;
  readonly sample_rows: readonly (readonly string[])[];
  readonly busy: boolean;
  readonly onColumns: (columns: Record<string, string>) => void;
}

/** A table of unknown shape: which of its columns is what, with the first rows beside it. */
export function ColumnMapping({ columns, guessed, sample_rows, busy, onColumns }: ColumnMappingProps) {
  const { t, i18n } = useLingui();
  const [chosen, setChosen] = useState<Readonly<Record<string, string>>>(guessed);
  const missing = REQUIRED_FIELDS.filter((field) => !chosen[field]);
  const more_chosen = MORE_FIELDS.filter((field) => chosen[field]).length;
  const choice = (field: ColumnField) => (
    <Select
      key={field}
      label={i18n._(FIELD_NAMES[field])}
      value={chosen[field] ?? ""}
      hint={exampleOf(columns, sample_rows, chosen[field])}
      required={missing.includes(field)}
      options={[{ value: "", label: t`Not in the file` }, ...columns.map((name) => ({ value: name, label: name }))]}
      onValue={(column) => setChosen((current) => ({ ...current, [field]: column }))}
    />
  );
  const submit = () => onColumns(Object.fromEntries(Object.entries(chosen).filter(([, column]) => column !== "")));
  return (
    <>
      <p className={styles.muted}>
        <Trans>
          No app that we know writes such a file. Date and exercise are needed; everything else is imported if you say where it
          stands.
        </Trans>
      </p>
      <Card>
        <div className={styles.mapping}>{MAIN_FIELDS.map(choice)}</div>
      </Card>
      <CollapsibleList>
        <Collapsible title={t`More columns`} aside={more_chosen > 0 ? t`${more_chosen} chosen` : undefined}>
          <div className={styles.mapping}>{MORE_FIELDS.map(choice)}</div>
        </Collapsible>
      </CollapsibleList>
      <Section title={t`The first rows`}>
        <Card flush>
          <Table
            caption={t`The first rows of the file`}
            columns={columns.map((name, index) => ({
              key: `${index}-${name}`,
              header: name,
              cell: (row: readonly string[]) => <span className={styles.cell}>{row[index]}</span>,
            }))}
            rows={sample_rows}
            rowKey={(_, index) => String(index)}
          />
        </Card>
      </Section>
      <Button variant="primary" size="large" wide busy={busy} disabled={missing.length > 0} onClick={submit}>
        {missing.length > 0 ? t`Choose the columns for date and exercise` : t`Read the file`}
      </Button>
    </>
  );
}

/** What the chosen column holds in the first rows, to see whether it is the right one. */
function exampleOf(
  columns: readonly string[],
  rows: readonly (readonly string[])[],
  column: string | undefined,
): string | undefined {
  if (!column) return undefined;
  const index = columns.indexOf(column);
  const values = [...new Set(rows.map((row) => row[index]?.trim() ?? "").filter(Boolean))];
  return values.slice(0, 3).join(" · ") || undefined;
}

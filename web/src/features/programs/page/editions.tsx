import { Trans, useLingui } from "@lingui/react/macro";
import { useState } from "react";
import type { ProgramVersion } from "@/db/program-documents.ts";
import { useFormat } from "@/features/auth/use-format.ts";
import { localDate } from "@/lib/clock.ts";
import { Button } from "@/ui/button.tsx";
import { Card } from "@/ui/card.tsx";
import { Select } from "@/ui/field.tsx";
import { DiffView } from "./diff-view.tsx";
import { saveProgramFile } from "../program-files.ts";
import styles from "./page.module.css";

/** Every edition of a program with what it changed. */
export function Editions({ versions }: { readonly versions: readonly ProgramVersion[] }) {
  const [open, setOpen] = useState<string | null>(versions[0]?.id ?? null);
  if (versions.length === 0) {
    return (
      <p className={styles.muted}>
        <Trans>There is no edition yet. Save the draft to make the first one.</Trans>
      </p>
    );
  }
  return (
    <>
      {versions.map((version, index) => (
        <EditionCard
          key={version.id}
          version={version}
          others={versions}
          before={versions[index + 1] ?? null}
          open={open === version.id}
          onOpen={() => setOpen(open === version.id ? null : version.id)}
        />
      ))}
    </>
  );
}

interface EditionCardProps {
  readonly version: ProgramVersion;
  readonly others: readonly ProgramVersion[];
  readonly before: ProgramVersion | null;
  readonly open: boolean;
  readonly onOpen: () => void;
}

function EditionCard({ version, others, before, open, onOpen }: EditionCardProps) {
  const { t } = useLingui();
  const format = useFormat();
  const [against, setAgainst] = useState(before?.id ?? "");
  const other = others.find((one) => one.id === against) ?? before;
  const day = format.day(localDate(Date.parse(version.created_at), format.time_zone));
  return (
    <Card
      title={t`Edition ${version.number}`}
      aside={
        before && (
          <Button variant="quiet" aria-expanded={open} onClick={onOpen}>
            {open ? t`Hide changes` : t`Show changes`}
          </Button>
        )
      }
    >
      <p className={styles.muted}>{version.note === "" ? day : `${day} · ${version.note}`}</p>
      {open && other && (
        <>
          {others.length > 2 && (
            <Select
              label={t`Compared with`}
              value={other.id}
              options={others
                .filter((one) => one.id !== version.id)
                .map((one) => ({ value: one.id, label: t`Edition ${one.number}` }))}
              onValue={setAgainst}
            />
          )}
          <DiffView before={other.text} after={version.text} />
        </>
      )}
      <div className={styles.actions}>
        <Button variant="quiet" onClick={() => saveProgramFile(`${version.title} ${version.number}`, version.text)}>
          {t`Save as a file`}
        </Button>
      </div>
    </Card>
  );
}

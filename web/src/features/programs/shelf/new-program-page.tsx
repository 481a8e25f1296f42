import { Trans, useLingui } from "@lingui/react/macro";
import { Blocks, FileUp, SquarePen } from "lucide-react";
import { useRef, useState } from "react";
import { useLocation } from "wouter";
import { readProgram } from "@/training/programs/read-text.ts";
import { Button } from "@/ui/button.tsx";
import { Card } from "@/ui/card.tsx";
import { TextField } from "@/ui/field.tsx";
import { Page } from "@/ui/page.tsx";
import { Segmented } from "@/ui/segmented.tsx";
import { showToast } from "@/ui/toast-store.ts";
import { freshDayName, headerOf } from "../model/program-edits.ts";
import { toQuotable } from "../model/names.ts";
import { createEditedProgram, createProgram } from "../program-commands.ts";
import { readProgramFile } from "../program-files.ts";
import styles from "./shelf.module.css";

const DAYS = ["1", "2", "3", "4", "5", "6"] as const;

/** Ways to begin: by cards, by text, from a file. */
export function NewProgramPage() {
  const { t } = useLingui();
  const [, navigate] = useLocation();
  const [title, setTitle] = useState("");
  const [days, setDays] = useState<(typeof DAYS)[number]>("3");
  const [busy, setBusy] = useState(false);
  const name = toQuotable(title) || t`My program`;
  const open = async (make: () => Promise<string>) => {
    if (busy) return;
    setBusy(true);
    try {
      navigate(await make());
    } catch {
      showToast(t`This device could not store the program.`, { tone: "danger" });
      setBusy(false);
    }
  };
  const build = () =>
    open(async () => {
      const names = [t`Day A`];
      while (names.length < Number(days)) names.push(freshDayName(names.at(-1) ?? "", names));
      const draft_text = `program "${name}"\n  days ${days}\n${names.map((day) => `\nday "${day}"\n`).join("")}`;
      return `/programs/${await createProgram({ title: name, draft_text })}/edit`;
    });
  const write = () =>
    open(async () => `/programs/${await createProgram({ title: name, draft_text: `program "${name}"\n` })}/edit?as=text`);
  const take = (file: File) =>
    open(async () => {
      const read = await readProgramFile(file);
      if (!read.ok) {
        setBusy(false);
        showToast(read.error === "too_large" ? t`This file is larger than any program may be.` : t`This file is no text.`, {
          tone: "danger",
        });
        return "/programs/new";
      }
      return openText(file.name, read.value, t`From a file`);
    });
  return (
    <Page title={t`New program`} back="/programs">
      <Card>
        <TextField
          label={t`Title`}
          placeholder={t`My program`}
          value={title}
          maxLength={120}
          onChange={(event) => setTitle(event.target.value)}
        />
        <Segmented
          show_label
          label={t`Training days`}
          value={days}
          options={DAYS.map((value) => ({ value, label: value }))}
          onValue={setDays}
        />
        <Button
          variant="primary"
          size="large"
          wide
          busy={busy}
          icon={<Blocks size={20} aria-hidden="true" />}
          onClick={() => void build()}
        >
          {t`Build it`}
        </Button>
        <Button wide icon={<SquarePen size={20} aria-hidden="true" />} onClick={() => void write()}>
          {t`Write it as text`}
        </Button>
      </Card>
      <Card title={t`From a file`}>
        <p className={styles.muted}>
          <Trans>
            A program that you or somebody else saved as a text file. Errors in it are shown, and nothing of it is lost.
          </Trans>
        </p>
        <FileButton onFile={(file) => void take(file)} />
      </Card>
    </Page>
  );
}

/** A text that can run becomes a program at once; one with errors is a draft that shows them. */
async function openText(file_name: string, text: string, note: string): Promise<string> {
  const { program } = readProgram(text);
  const title = (program && headerOf(program)?.title) || file_name.replace(/\.[^.]*$/, "");
  const provenance = { kind: "file" as const, slug: null, token: null, version_id: null, title: file_name.slice(0, 200), by: null };
  if (program) return `/programs/${await createEditedProgram(title, text, note, provenance)}`;
  return `/programs/${await createProgram({ title, draft_text: text, provenance })}/edit?as=text`;
}

function FileButton({ onFile }: { readonly onFile: (file: File) => void }) {
  const { t } = useLingui();
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <input
        ref={input}
        className={styles.file}
        type="file"
        accept=".txt,text/plain"
        aria-label={t`Program file`}
        onChange={(event) => {
          const [file] = event.target.files ?? [];
          // The same file may be chosen again after a failure.
          event.target.value = "";
          if (file) onFile(file);
        }}
      />
      <Button wide icon={<FileUp size={20} aria-hidden="true" />} onClick={() => input.current?.click()}>
        {t`Choose a file`}
      </Button>
    </>
  );
}

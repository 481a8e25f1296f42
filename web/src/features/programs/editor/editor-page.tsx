import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { FileText, Save, TriangleAlert } from "lucide-react";
import { useDeferredValue, useMemo, useState } from "react";
import { useLocation, useParams, useSearchParams } from "wouter";
import type { ProgramDoc, ProgramVersion } from "@/db/program-documents.ts";
import type { Program } from "@/training/programs/model.ts";
import { readDraft, readWarnings } from "@/training/programs/read-text.ts";
import { writeProgram } from "@/training/programs/write-text.ts";
import { Button } from "@/ui/button.tsx";
import { Page } from "@/ui/page.tsx";
import { Skeleton } from "@/ui/skeleton.tsx";
import { EmptyState, Notice } from "@/ui/states.tsx";
import { Tabs } from "@/ui/tabs.tsx";
import { Builder } from "../builder/builder.tsx";
import { useExerciseTexts } from "../model/exercise-texts.ts";
import { headerOf } from "../model/program-edits.ts";
import { useProgram } from "../program-queries.ts";
import { SaveDialog } from "./save-dialog.tsx";
import { TextTab } from "./text-tab.tsx";
import { useProgramText } from "./use-program-text.ts";

/** A program of one's own while it is written: as cards or as text, which are the same thing. */
export function ProgramEditorPage() {
  const { t } = useLingui();
  const { id } = useParams<{ id: string }>();
  const found = useProgram(id);
  if (found) return <Editor key={id} program={found.program} latest={found.versions[0] ?? null} />;
  return (
    <Page title={t`Program`} back="/programs">
      {found === undefined ? (
        <Skeleton heights={[44, 160, 160]} />
      ) : (
        <EmptyState icon={<FileText size={28} />} title={t`This program does not exist`}>
          <Trans>It may have been deleted on another device.</Trans>
        </EmptyState>
      )}
    </Page>
  );
}

interface EditorProps {
  readonly program: ProgramDoc;
  readonly latest: ProgramVersion | null;
}

function Editor({ program: doc, latest }: EditorProps) {
  const { t } = useLingui();
  const [, navigate] = useLocation();
  const [query, setQuery] = useSearchParams();
  const texts = useExerciseTexts();
  const { text, setText, kept, settle } = useProgramText(doc.id, doc.draft_text ?? latest?.text ?? "");
  const [saving, setSaving] = useState(false);
  const { program, problems } = useMemo(() => readDraft(text), [text]);
  const settled = useDeferredValue(text);
  const warnings = useMemo(() => readWarnings(settled), [settled]);
  const tab = query.get("as") === "text" ? "text" : "builder";
  const title = (program && headerOf(program)?.title) || doc.title || t`Program`;
  const unchanged = latest !== null && text === latest.text;
  const setTab = (next: "builder" | "text") => setQuery(next === "text" ? { as: "text" } : {}, { replace: true });
  const save = (
    <Button variant="primary" size="large" wide icon={<Save size={20} aria-hidden="true" />} onClick={() => setSaving(true)}>
      {latest ? t`Save edition ${latest.number + 1}` : t`Save program`}
    </Button>
  );
  return (
    <Page
      title={title}
      subtitle={kept ? t`Everything is kept on this device.` : t`Keeping…`}
      back={`/programs/${doc.id}`}
      wide
      footer={tab === "builder" && !unchanged ? save : undefined}
    >
      <Tabs
        label={t`How it is written`}
        value={tab}
        options={[
          { value: "builder", label: t`Builder` },
          { value: "text", label: problems.length === 0 ? t`Text` : t`Text (${problems.length})` },
        ]}
        onValue={setTab}
      >
        {tab === "text" && (
          <TextTab text={text} problems={problems} warnings={warnings} onText={setText}>
            {!unchanged && save}
          </TextTab>
        )}
        {tab === "builder" && !texts && <Skeleton heights={[44, 160, 160]} />}
        {tab === "builder" && texts && program && (
          <Builder
            program={program}
            problems={[...problems, ...warnings]}
            texts={texts}
            onChange={(next: Program) => setText(writeProgram(next))}
          />
        )}
        {tab === "builder" && !program && (
          <Notice tone="warn" icon={<TriangleAlert size={20} />}>
            <p>
              <Plural
                value={problems.length}
                one="One line of the text cannot be read. Mend it there, then the builder shows everything again."
                other="# lines of the text cannot be read. Mend them there, then the builder shows everything again."
              />
            </p>
            <Button onClick={() => setTab("text")}>{t`Show the text`}</Button>
          </Notice>
        )}
      </Tabs>
      {saving && (
        <SaveDialog
          program_id={doc.id}
          title={title}
          text={text}
          problems={problems}
          latest={latest}
          onClose={() => setSaving(false)}
          onText={() => {
            setSaving(false);
            setTab("text");
          }}
          onSaved={() => {
            settle();
            navigate(`/programs/${doc.id}`);
          }}
        />
      )}
    </Page>
  );
}

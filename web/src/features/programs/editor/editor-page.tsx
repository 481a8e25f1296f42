import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { Redo2, Save, TriangleAlert, Undo2 } from "lucide-react";
import { Suspense, use, useDeferredValue, useMemo, useState } from "react";
import { useLocation, useParams, useSearchParams } from "wouter";
import type { ProgramDoc, ProgramVersion } from "@/db/program-documents.ts";
import type { Program } from "@/training/programs/model.ts";
import { makePlan } from "@/training/programs/plan.ts";
import { readDraft } from "@/training/programs/read-text.ts";
import { readWarnings } from "@/training/programs/warn.ts";
import { writeProgram } from "@/training/programs/write-text.ts";
import { Button, IconButton } from "@/ui/button.tsx";
import { Page } from "@/ui/page.tsx";
import { Skeleton } from "@/ui/skeleton.tsx";
import { Notice } from "@/ui/states.tsx";
import { Tabs } from "@/ui/tabs.tsx";
import { Builder } from "../builder/builder.tsx";
import { useExerciseTexts } from "../model/exercise-texts.ts";
import { headerOf } from "../model/program-edits.ts";
import { useProgram } from "../program-queries.ts";
import { PlayPanel, VolumePanel } from "../page/later-panels.ts";
import { MissingProgram } from "../page/missing-program.tsx";
import { SaveDialog } from "./save-dialog.tsx";
import { TextTab } from "./text-tab.tsx";
import { rulesAt } from "./text-places.ts";
import { useEditHistory } from "./use-edit-history.ts";
import { useProgramText } from "./use-program-text.ts";

/** Fetched beside the page, which waits for it. */
const words = import("./editor-words.ts").then(({ loadEditorWords }) => loadEditorWords());

const TABS = ["builder", "text", "preview"] as const;
type Tab = (typeof TABS)[number];

/** A program of one's own while it is written: as cards or as text, which are the same thing. */
export function ProgramEditorPage() {
  use(words);
  const { id } = useParams<{ id: string }>();
  const found = useProgram(id);
  if (found) return <Editor key={id} program={found.program} latest={found.versions[0] ?? null} />;
  return <MissingProgram is_reading={found === undefined} />;
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
  const tab = TABS.find((one) => one === query.get("as")) ?? "builder";
  const plan = useMemo(() => (program && problems.length === 0 ? makePlan(program) : null), [program, problems]);
  const title = (program && headerOf(program)?.title) || doc.title || t`Program`;
  const unchanged = latest !== null && text === latest.text;
  const { edit, undo, redo, steps } = useEditHistory(text, setText, tab === "builder");
  const [shown_at, setShownAt] = useState<number | null>(null);
  const setTab = (next: Tab) => setQuery(next === "builder" ? {} : { as: next }, { replace: true });
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
      actions={
        tab === "builder" && (
          <>
            <IconButton
              label={t`Undo`}
              icon={<Undo2 size={20} aria-hidden="true" />}
              disabled={undo === null}
              onClick={() => undo?.()}
            />
            <IconButton
              label={t`Redo`}
              icon={<Redo2 size={20} aria-hidden="true" />}
              disabled={redo === null}
              onClick={() => redo?.()}
            />
          </>
        )
      }
      footer={tab !== "text" && !unchanged ? save : undefined}
    >
      <Tabs
        label={t`How it is written`}
        value={tab}
        options={[
          { value: "builder", label: t`Builder` },
          { value: "text", label: problems.length === 0 ? t`Text` : t`Text (${problems.length})` },
          { value: "preview", label: t`Preview` },
        ]}
        onValue={(next) => {
          setShownAt(null);
          setTab(next);
        }}
      >
        {tab === "text" && (
          <TextTab text={text} problems={problems} warnings={warnings} start_at={shown_at} onText={setText}>
            {!unchanged && save}
          </TextTab>
        )}
        {tab === "builder" && !texts && <Skeleton heights={[44, 160, 160]} />}
        {tab === "builder" && texts && program && (
          <Builder
            steps={steps}
            program={program}
            problems={[...problems, ...warnings]}
            texts={texts}
            onChange={(next: Program) => edit(writeProgram(next))}
            onText={(scheme) => {
              setShownAt(rulesAt(text, scheme));
              setTab("text");
            }}
          />
        )}
        {tab === "preview" && plan && texts && (
          <Suspense fallback={<Skeleton heights={[44, 160, 160]} />}>
            <PlayPanel plan={plan} texts={texts} />
            <VolumePanel plan={plan} texts={texts} />
          </Suspense>
        )}
        {tab === "preview" && !plan && (
          <Notice tone="warn" icon={<TriangleAlert size={20} />}>
            <p>
              <Trans>Sessions can be shown as soon as the program can run.</Trans>
            </p>
            <Button onClick={() => setTab("text")}>{t`Show what is wrong`}</Button>
          </Notice>
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

import { Trans, useLingui } from "@lingui/react/macro";
import { TriangleAlert } from "lucide-react";
import { Suspense, useMemo, type ReactNode } from "react";
import { useSearchParams } from "wouter";
import { makePlan } from "@/training/programs/plan.ts";
import { readProgram } from "@/training/programs/read-text.ts";
import { Skeleton } from "@/ui/skeleton.tsx";
import { Card } from "@/ui/card.tsx";
import { Notice } from "@/ui/states.tsx";
import { Tabs } from "@/ui/tabs.tsx";
import type { Option } from "@/ui/field.tsx";
import { useExerciseTexts } from "../model/exercise-texts.ts";
import { summaryOf, type ProgramSummary } from "../model/summary.ts";
import { PlayPanel, VolumePanel } from "./later-panels.ts";
import styles from "./page.module.css";
import { WeekView } from "./week-view.tsx";

interface ProgramViewProps {
  readonly text: string;
  /** What stands above the tabs. */
  readonly children?: ReactNode;
  /** A further tab for programs of one's own. */
  readonly editions?: ReactNode;
}

const TABS = ["weeks", "preview", "volume", "editions"] as const;
type Tab = (typeof TABS)[number];

/** A program to look at: its weeks, the sessions ahead with one's own numbers, how much of what. */
export function ProgramView({ text, children, editions }: ProgramViewProps) {
  const { t } = useLingui();
  const [query, setQuery] = useSearchParams();
  const texts = useExerciseTexts();
  const program = useMemo(() => readProgram(text).program, [text]);
  const plan = useMemo(() => program && makePlan(program), [program]);
  const summary = useMemo(() => summaryOf(text), [text]);
  const asked = TABS.find((one) => one === query.get("show")) ?? "weeks";
  const tab: Tab = asked === "editions" && editions === undefined ? "weeks" : asked;
  const options: Option<Tab>[] = [
    { value: "weeks", label: t`Weeks` },
    { value: "preview", label: t`Preview` },
    { value: "volume", label: t`Volume` },
    ...(editions === undefined ? [] : [{ value: "editions" as const, label: t`Editions` }]),
  ];
  const setTab = (next: Tab) => setQuery(next === "weeks" ? {} : { show: next }, { replace: true });
  return (
    <>
      {children}
      {!plan && (
        <Notice tone="warn" icon={<TriangleAlert size={20} />}>
          <Trans>This text is not finished. Mend it in the editor to see its weeks.</Trans>
        </Notice>
      )}
      <Tabs label={t`Views of the program`} value={tab} options={options} onValue={setTab}>
        {!texts && <Skeleton heights={[44, 160, 160]} />}
        {tab === "weeks" && texts && plan && program && (
          <>
            <WeekView plan={plan} texts={texts} />
            <AboutCard summary={summary} />
          </>
        )}
        <Suspense fallback={<Skeleton heights={[44, 160, 160]} />}>
          {tab === "preview" && texts && plan && <PlayPanel plan={plan} texts={texts} />}
          {tab === "volume" && texts && plan && <VolumePanel plan={plan} texts={texts} />}
        </Suspense>
        {tab === "editions" && editions}
      </Tabs>
    </>
  );
}

/** Where a program comes from, and what its author leaves open. */
function AboutCard({ summary }: { readonly summary: ProgramSummary }) {
  const { t } = useLingui();
  const { notes, sources } = summary;
  if (notes.length === 0 && sources.length === 0) return null;
  return (
    <Card title={t`About this program`}>
      {notes.length > 0 && (
        <ul className={styles.facts}>
          {notes.map((note) => (
            <li key={note}>{note}</li>
          ))}
        </ul>
      )}
      {sources.length > 0 && (
        <>
          <h3 className={styles.muted}>{t`Sources`}</h3>
          <ul className={styles.facts}>
            {sources.map((source) => (
              <li key={source}>{source}</li>
            ))}
          </ul>
        </>
      )}
    </Card>
  );
}

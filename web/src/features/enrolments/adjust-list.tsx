import { useLingui } from "@lingui/react/macro";
import {
  CalendarClock,
  CalendarX2,
  CirclePause,
  CirclePlay,
  FastForward,
  GitCompare,
  Repeat2,
  TextCursorInput,
  Trash2,
} from "lucide-react";
import { lazy, Suspense, useState } from "react";
import { useLocation } from "wouter";
import { List, Row } from "@/ui/list.tsx";
import { Section } from "@/ui/page.tsx";
import { showToast } from "@/ui/toast-store.ts";
import { changeEnrolment, deleteEnrolment, endEnrolment, restoreEnrolment } from "./commands.ts";
import type { Running } from "./run.ts";
import { useNoteFact } from "./use-note-fact.ts";

const AdjustDialog = lazy(async () => ({ default: (await import("./adjust-dialogs.tsx")).AdjustDialog }));
// The comparison of two texts is needed once in a few weeks.
const EditionDialog = lazy(async () => ({ default: (await import("./edition-dialog.tsx")).EditionDialog }));

type Asking = "move" | "break" | "edition" | "name";
const ICON = { size: 22, "aria-hidden": true } as const;

/** Everything a lifter may do other than what the program says; each is a note that can be taken back. */
export function AdjustList({ running }: { readonly running: Running }) {
  const { t } = useLingui();
  const [asking, setAsking] = useState<Asking | null>(null);
  const { note } = useNoteFact(running.enrolment);
  const { enrolment, session, state, versions, version } = running;
  const newest = versions
    .filter(({ program_id, number }) => program_id === version.program_id && number > version.number)
    .toSorted((a, b) => b.number - a.number)[0];
  const [, navigate] = useLocation();
  const close = () => setAsking(null);
  const end = async () => {
    await endEnrolment(enrolment.id);
    const undo = () => void changeEnrolment(enrolment.id, { ended_at: null });
    showToast(t`Program ended`, { action: { label: t`Undo`, run: undo } });
  };
  const remove = async () => {
    await deleteEnrolment(enrolment);
    navigate("/train");
    const undo = () => void restoreEnrolment(enrolment);
    showToast(t`Program deleted`, { action: { label: t`Undo`, run: undo } });
  };
  if (enrolment.ended_at !== null) {
    return (
      <List>
        <Row
          title={t`Go on with it`}
          leading={<CirclePlay {...ICON} />}
          onPress={() => void changeEnrolment(enrolment.id, { ended_at: null })}
        />
        <Row title={t`Delete it`} subtitle={t`Workouts stay`} leading={<Trash2 {...ICON} />} onPress={() => void remove()} />
      </List>
    );
  }
  return (
    <Section title={t`Adjust`}>
      <List>
        {newest && (
          <Row
            leading={<GitCompare {...ICON} />}
            title={t`Move to edition ${newest.number}`}
            subtitle={t`See what is different first`}
            onPress={() => setAsking("edition")}
          />
        )}
        {session && (
          <Row
            leading={<FastForward {...ICON} />}
            title={t`Skip ${session.name}`}
            onPress={() => void note("skip", { week: session.week, day: session.day }, t`${session.name} skipped`)}
          />
        )}
        {state.last_day && (
          <Row
            leading={<Repeat2 {...ICON} />}
            title={t`Repeat the last day`}
            onPress={() => void note("repeat", {}, t`The last day comes again`)}
          />
        )}
        <Row leading={<CalendarClock {...ICON} />} title={t`Go to another day`} onPress={() => setAsking("move")} />
        <Row
          leading={<CirclePause {...ICON} />}
          title={t`Come back from a break`}
          subtitle={t`Lighter weights, the week anew`}
          onPress={() => setAsking("break")}
        />
        <Row leading={<TextCursorInput {...ICON} />} title={t`Rename`} onPress={() => setAsking("name")} />
        <Row leading={<CalendarX2 {...ICON} />} title={t`End this program`} onPress={() => void end()} />
      </List>
      {asking !== null && asking !== "edition" && (
        <Suspense fallback={null}>
          <AdjustDialog
            asking={asking}
            running={running}
            note={note}
            onRename={(name) => void changeEnrolment(enrolment.id, { name })}
            onClose={close}
          />
        </Suspense>
      )}
      {asking === "edition" && newest && (
        <Suspense fallback={null}>
          <EditionDialog
            version={version}
            newest={newest}
            onClose={close}
            onMove={() => {
              close();
              void note("edition", { program_version_id: newest.id }, t`You go on with edition ${newest.number}`);
            }}
          />
        </Suspense>
      )}
    </Section>
  );
}

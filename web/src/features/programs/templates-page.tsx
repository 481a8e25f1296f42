import { Trans, useLingui } from "@lingui/react/macro";
import { LayoutList, Plus } from "lucide-react";
import { useLocation } from "wouter";
import type { Template } from "@/db/documents.ts";
import { useExerciseMap, type ExerciseMap } from "@/features/exercises/use-exercises.ts";
import { newId } from "@/lib/ids.ts";
import { Button } from "@/ui/button.tsx";
import { List, Row } from "@/ui/list.tsx";
import { Page, Section } from "@/ui/page.tsx";
import { Skeleton } from "@/ui/skeleton.tsx";
import { EmptyState } from "@/ui/states.tsx";
import { createTemplate } from "./commands.ts";
import { byFolder } from "./folders.ts";
import { useTemplates } from "./queries.ts";

/** Workouts to start from, in their folders. */
export function TemplatesPage() {
  const { t } = useLingui();
  const templates = useTemplates();
  const exercises = useExerciseMap();
  const [, navigate] = useLocation();
  const make = async () => {
    const id = newId();
    await createTemplate({ id, name: t`New template`, folder: "", notes: "", position: templates?.length ?? 0, exercises: [] });
    navigate(`/templates/${id}`);
  };
  const button = (text: string) => (
    <Button variant="primary" icon={<Plus size={20} aria-hidden="true" />} onClick={() => void make()}>
      {text}
    </Button>
  );
  return (
    <Page title={t`Templates`} back="/train" actions={templates && templates.length > 0 && button(t`New`)}>
      {!templates && <Skeleton heights={[56, 56, 56]} />}
      {templates?.length === 0 && (
        <EmptyState icon={<LayoutList size={28} />} title={t`No templates yet`} actions={button(t`New template`)}>
          <Trans>
            A template is a workout to start from. You can also make one from a workout you have done: open it and choose “Save as
            template”.
          </Trans>
        </EmptyState>
      )}
      {templates &&
        byFolder(templates, (template) => template.folder).map(({ folder, items: inside }) =>
          folder === "" ? (
            <TemplateList key="" templates={inside} exercises={exercises} />
          ) : (
            <Section key={folder} title={folder}>
              <TemplateList templates={inside} exercises={exercises} />
            </Section>
          ),
        )}
    </Page>
  );
}

interface TemplateListProps {
  readonly templates: readonly Template[];
  readonly exercises: ExerciseMap | undefined;
}

function TemplateList({ templates, exercises }: TemplateListProps) {
  const { t } = useLingui();
  return (
    <List>
      {templates.map((template) => {
        const names = template.exercises.map((entry) => exercises?.get(entry.exercise_id)?.name ?? t`Exercise`);
        return (
          <Row
            key={template.id}
            href={`/templates/${template.id}`}
            leading={<LayoutList size={22} aria-hidden="true" />}
            title={template.name}
            subtitle={names.join(", ") || t`No exercises yet`}
          />
        );
      })}
    </List>
  );
}

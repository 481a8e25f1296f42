import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { CloudDownload, Plus, SearchX } from "lucide-react";
import { useDeferredValue } from "react";
import { useProfile } from "@/features/auth/profile.ts";
import { useSyncStatus } from "@/sync/status.ts";
import { Button, ButtonLink } from "@/ui/button.tsx";
import { Page } from "@/ui/page.tsx";
import { EmptyState } from "@/ui/states.tsx";
import { Skeleton } from "@/ui/skeleton.tsx";
import { changeFilters, isFiltered, NO_FILTERS, passesFilters, useExerciseFilters } from "./exercise-filters.ts";
import { ExerciseList } from "./exercise-list.tsx";
import { FilterBar } from "./filter-bar.tsx";
import { useExerciseSearch } from "./use-exercise-search.ts";
import styles from "./exercises.module.css";

const SKELETON = [64, 64, 64, 64, 64, 64];

/** The library and one's own exercises, searched on this device while one types. */
export function ExercisesPage() {
  const { t } = useLingui();
  const filters = useExerciseFilters();
  const shown = useDeferredValue(filters);
  const owned = useProfile()?.equipment ?? null;
  const { phase } = useSyncStatus();
  const search = useExerciseSearch(shown.text, (exercise) => passesFilters(exercise, shown, owned));
  const found = search?.found;
  const empty = found?.length === 0;
  return (
    <Page
      title={t`Exercises`}
      wide
      actions={
        <ButtonLink href="/exercises/new" icon={<Plus size={20} aria-hidden="true" />}>
          {t`New`}
        </ButtonLink>
      }
    >
      <FilterBar />
      <p className={styles.count} role="status">
        {found && !empty && <Plural value={found.length} one="# exercise" other="# exercises" />}
      </p>
      {(!found || (empty && !isFiltered(shown) && phase === "pulling")) && <Skeleton heights={SKELETON} />}
      {empty && isFiltered(shown) && <NothingFound text={shown.text.trim()} />}
      {empty && !isFiltered(shown) && phase !== "pulling" && (
        <EmptyState icon={<CloudDownload size={28} />} title={t`The library is not on this device yet`}>
          <Trans>It comes with the first connection to the server, and then stays here for the gym without a signal.</Trans>
        </EmptyState>
      )}
      {search && !empty && <ExerciseList key={JSON.stringify(shown)} exercises={search.found} uses={search.uses} />}
    </Page>
  );
}

function NothingFound({ text }: { readonly text: string }) {
  const { t } = useLingui();
  return (
    <EmptyState
      icon={<SearchX size={28} />}
      title={t`Nothing fits`}
      actions={
        <>
          <Button onClick={() => changeFilters(NO_FILTERS)}>{t`Show all`}</Button>
          <ButtonLink href={text === "" ? "/exercises/new" : `/exercises/new?name=${encodeURIComponent(text)}`} variant="primary">
            {text === "" ? t`Make your own` : t`Make “${text}”`}
          </ButtonLink>
        </>
      }
    >
      <Trans>Try fewer words or filters, or make an exercise of your own.</Trans>
    </EmptyState>
  );
}

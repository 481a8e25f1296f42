import { Trans, useLingui } from "@lingui/react/macro";
import { FileQuestion } from "lucide-react";
import { useParams } from "wouter";
import { ButtonLink } from "@/ui/button.tsx";
import { Page } from "@/ui/page.tsx";
import { EmptyState, ErrorState } from "@/ui/states.tsx";
import { Skeleton } from "@/ui/skeleton.tsx";
import { ImportFailed, ImportUndone } from "./import-ended.tsx";
import { ImportProgress } from "./import-progress.tsx";
import { ImportReview } from "./import-review.tsx";
import { ImportSummary } from "./import-summary.tsx";
import { useImport, type ImportRead } from "./queries.ts";

/** One import, wherever it stands: being read, waiting for answers, being taken in, done, undone or failed. */
export function ImportDetailPage() {
  const { t } = useLingui();
  const { id } = useParams<{ id: string }>();
  const page = useImport(id);
  if (page.status === "ready") return <ImportStage import_={page.data} />;
  return (
    <Page title={t`Import`} back="/import">
      {page.status === "loading" && <Skeleton heights={[140, 96, 240]} />}
      {page.status === "failed" && page.error.status !== 404 && <ErrorState error={page.error} onRetry={page.refresh} />}
      {page.status === "failed" && page.error.status === 404 && (
        <EmptyState
          icon={<FileQuestion size={28} />}
          title={t`This import is not known`}
          actions={
            <ButtonLink href="/import" variant="primary">
              {t`To your imports`}
            </ButtonLink>
          }
        >
          <Trans>It may have been deleted, here or on another device.</Trans>
        </EmptyState>
      )}
    </Page>
  );
}

function ImportStage({ import_ }: { readonly import_: ImportRead }) {
  const { preview, status, error_code } = import_;
  // A file whose columns did not fit is asked about again instead of being given up.
  if (preview && (status === "preview" || status === "reading" || error_code === "import.columns")) {
    return <ImportReview key={import_.id} import_={import_} preview={preview} />;
  }
  switch (status) {
    case "preview":
    case "reading":
    case "importing":
    case "undoing":
      return <ImportProgress import_={import_} />;
    case "done":
      return <ImportSummary import_={import_} />;
    case "failed":
      return <ImportFailed import_={import_} />;
    case "undone":
      return <ImportUndone import_={import_} />;
  }
}

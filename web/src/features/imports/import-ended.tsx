import { Trans, useLingui } from "@lingui/react/macro";
import { TriangleAlert, Undo2 } from "lucide-react";
import { useLocation } from "wouter";
import { Button, ButtonLink } from "@/ui/button.tsx";
import { Page } from "@/ui/page.tsx";
import { EmptyState } from "@/ui/states.tsx";
import { AppHelp } from "./app-help.tsx";
import { importFailure } from "./failure-text.ts";
import type { ImportRead } from "./queries.ts";
import { useImportActions } from "./use-import-actions.ts";

interface EndedProps {
  readonly import_: ImportRead;
}

/** The file could not be taken in: why, and what helps. */
export function ImportFailed({ import_ }: EndedProps) {
  const { t } = useLingui();
  const { error_code, error_detail, file_name } = import_;
  return (
    <Page title={t`This file did not work`} subtitle={file_name} back="/import">
      <EmptyState
        icon={<TriangleAlert size={28} />}
        title={importFailure({ code: error_code ?? "", detail: error_detail ?? "" })}
        actions={<AnotherFile import_={import_} />}
      >
        <Trans>Your account is as it was before.</Trans>
      </EmptyState>
      <AppHelp />
    </Page>
  );
}

/** Everything the import brought is out again. */
export function ImportUndone({ import_ }: EndedProps) {
  const { t } = useLingui();
  return (
    <Page title={t`Import undone`} subtitle={import_.file_name} back="/import">
      <EmptyState icon={<Undo2 size={28} />} title={t`All of it is out again`} actions={<AnotherFile import_={import_} />}>
        <Trans>What you logged yourself, before or after, has stayed. To import the file after all, choose it again.</Trans>
      </EmptyState>
    </Page>
  );
}

function AnotherFile({ import_ }: EndedProps) {
  const { t } = useLingui();
  const [, navigate] = useLocation();
  const actions = useImportActions(import_.id);
  const remove = async () => {
    if (await actions.remove()) navigate("/import", { replace: true });
  };
  return (
    <>
      <Button busy={actions.busy} onClick={() => void remove()}>
        {t`Delete from the list`}
      </Button>
      <ButtonLink href="/import" variant="primary">
        {t`Choose another file`}
      </ButtonLink>
    </>
  );
}

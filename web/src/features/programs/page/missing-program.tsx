import { Trans, useLingui } from "@lingui/react/macro";
import { FileText } from "lucide-react";
import { Page } from "@/ui/page.tsx";
import { Skeleton } from "@/ui/skeleton.tsx";
import { EmptyState } from "@/ui/states.tsx";

/** In place of a program that has not been read yet, or that this device does not have. */
export function MissingProgram({ is_reading }: { readonly is_reading: boolean }) {
  const { t } = useLingui();
  return (
    <Page title={t`Program`} back="/programs">
      {is_reading ? (
        <Skeleton heights={[44, 160, 160]} />
      ) : (
        <EmptyState icon={<FileText size={28} />} title={t`This program does not exist`}>
          <Trans>It may have been deleted on another device.</Trans>
        </EmptyState>
      )}
    </Page>
  );
}

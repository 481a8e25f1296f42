import { Trans, useLingui } from "@lingui/react/macro";
import { Dumbbell, Plus } from "lucide-react";
import { Button } from "@/ui/button.tsx";
import { EmptyState } from "@/ui/states.tsx";
import { useScreen } from "./screen-context.ts";

/** A workout that has just begun, or has lost its last exercise. */
export function EmptyWorkout() {
  const { t } = useLingui();
  const { openSheet, is_live } = useScreen();
  return (
    <EmptyState
      icon={<Dumbbell size={28} />}
      title={is_live ? t`What comes first?` : t`What did you do?`}
      actions={
        <Button variant="primary" size="large" icon={<Plus size={20} aria-hidden="true" />} onClick={() => openSheet("add")}>
          {t`Add exercise`}
        </Button>
      }
    >
      <Trans>Each exercise comes with the sets of the last time. One tap logs a set.</Trans>
    </EmptyState>
  );
}

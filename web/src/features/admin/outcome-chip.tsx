import { useLingui } from "@lingui/react/macro";
import { Check, ShieldX, X } from "lucide-react";
import { Chip } from "@/ui/chip.tsx";
import type { AuditEntry } from "./queries.ts";

/** How an attempt ended. */
export function OutcomeChip({ outcome }: Pick<AuditEntry, "outcome">) {
  const { t } = useLingui();
  if (outcome === "failed") return <Chip tone="warn" icon={<X aria-hidden="true" />}>{t`Failed`}</Chip>;
  if (outcome === "refused") return <Chip tone="danger" icon={<ShieldX aria-hidden="true" />}>{t`Refused`}</Chip>;
  return <Chip icon={<Check aria-hidden="true" />}>{t`Done`}</Chip>;
}

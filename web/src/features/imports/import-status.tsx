import type { MessageDescriptor } from "@lingui/core";
import { msg } from "@lingui/core/macro";
import { useLingui } from "@lingui/react/macro";
import { Check, CircleHelp, LoaderCircle, TriangleAlert, Undo2 } from "lucide-react";
import { Chip, type ChipTone } from "@/ui/chip.tsx";
import type { ImportStatus } from "./queries.ts";

interface Look {
  readonly tone: ChipTone;
  readonly icon: typeof Check;
  readonly text: MessageDescriptor;
}

const LOOKS: Readonly<Record<ImportStatus, Look>> = {
  reading: { tone: "plain", icon: LoaderCircle, text: msg`Being read` },
  preview: { tone: "warn", icon: CircleHelp, text: msg`Waiting for you` },
  importing: { tone: "plain", icon: LoaderCircle, text: msg`Being imported` },
  done: { tone: "accent", icon: Check, text: msg`Imported` },
  failed: { tone: "danger", icon: TriangleAlert, text: msg`Failed` },
  undoing: { tone: "plain", icon: LoaderCircle, text: msg`Being undone` },
  undone: { tone: "plain", icon: Undo2, text: msg`Undone` },
};

/** Where an import stands: a word, an icon and a colour. */
export function ImportStatusChip({ status }: { readonly status: ImportStatus }) {
  const { i18n } = useLingui();
  const look = LOOKS[status];
  return (
    <Chip tone={look.tone} icon={<look.icon aria-hidden="true" />}>
      {i18n._(look.text)}
    </Chip>
  );
}

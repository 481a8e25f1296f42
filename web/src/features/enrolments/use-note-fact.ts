import { useLingui } from "@lingui/react/macro";
import type { EnrolmentDoc, EnrolmentFact, EnrolmentFactKind } from "@/db/program-documents.ts";
import { useFormat } from "@/features/auth/use-format.ts";
import { showToast } from "@/ui/toast-store.ts";
import { addFacts, deleteFacts, newFact, type GivenFact } from "./commands.ts";

export interface NoteFact {
  /** Note a departure, say so, and offer to take it back. */
  readonly note: (kind: EnrolmentFactKind, given: GivenFact, message: string) => Promise<void>;
  /** Take one back, say so, and offer to note it again. */
  readonly takeBack: (fact: EnrolmentFact) => Promise<void>;
}

export function useNoteFact({ id }: Pick<EnrolmentDoc, "id">): NoteFact {
  const { t } = useLingui();
  const { time_zone } = useFormat();
  const attempt = async (write: Promise<void>, message: string, undo: () => Promise<void>) => {
    try {
      await write;
      showToast(message, { action: { label: t`Undo`, run: () => void undo() } });
    } catch {
      showToast(t`This device could not store the change.`, { tone: "danger" });
    }
  };
  return {
    note: (kind, given, message) => {
      const fact = newFact(kind, time_zone, given);
      return attempt(addFacts(id, [fact]), message, () => deleteFacts(id, [fact.id]));
    },
    takeBack: (fact) => attempt(deleteFacts(id, [fact.id]), t`Taken back`, () => addFacts(id, [fact])),
  };
}

import { useLingui } from "@lingui/react/macro";
import { Ban, Check, Hourglass, Pause } from "lucide-react";
import { Chip } from "@/ui/chip.tsx";
import type { Standing } from "./queries.ts";

/** Where an account stands, in a word. */
export function useStandingWords(): Readonly<Record<Standing, string>> {
  const { t } = useLingui();
  return { active: t`Active`, paused: t`Paused`, deactivated: t`Deactivated`, leaving: t`To be deleted` };
}

export function StandingChip({ standing }: { readonly standing: Standing }) {
  const words = useStandingWords();
  const icons = {
    active: <Check aria-hidden="true" />,
    paused: <Pause aria-hidden="true" />,
    deactivated: <Ban aria-hidden="true" />,
    leaving: <Hourglass aria-hidden="true" />,
  };
  const tones = { active: "accent", paused: "plain", deactivated: "danger", leaving: "warn" } as const;
  return (
    <Chip tone={tones[standing]} icon={icons[standing]}>
      {words[standing]}
    </Chip>
  );
}

import { Trans, useLingui } from "@lingui/react/macro";
import { useState } from "react";
import { changeProfile } from "@/features/auth/profile.ts";
import { Button } from "@/ui/button.tsx";
import { ChipRow, FilterChip } from "@/ui/chip.tsx";
import { Dialog } from "@/ui/dialog.tsx";
import { EQUIPMENT_NAMES, type Equipment } from "./vocabulary.ts";

interface EquipmentDialogProps {
  /** Null: everything. */
  readonly owned: readonly string[] | null;
  readonly onClose: () => void;
}

/** One's own body needs no asking. */
const ASKED = (Object.keys(EQUIPMENT_NAMES) as Equipment[]).filter((equipment) => equipment !== "bodyweight");

/** What the place where somebody trains has. */
export function EquipmentDialog({ owned, onClose }: EquipmentDialogProps) {
  const { t, i18n } = useLingui();
  const [chosen, setChosen] = useState<readonly string[]>(owned ?? ASKED);
  const all = ASKED.every((equipment) => chosen.includes(equipment));
  const save = async () => {
    const equipment = all ? null : ASKED.filter((one) => chosen.includes(one));
    await changeProfile({ equipment });
    onClose();
  };
  const toggle = (equipment: Equipment) =>
    setChosen((current) => (current.includes(equipment) ? current.filter((one) => one !== equipment) : [...current, equipment]));
  return (
    <Dialog
      open
      title={t`My equipment`}
      onClose={onClose}
      actions={
        <>
          <Button onClick={() => setChosen(all ? [] : ASKED)}>{all ? t`None of it` : t`All of it`}</Button>
          <Button variant="primary" onClick={() => void save()}>
            {t`Save`}
          </Button>
        </>
      }
    >
      <p>
        <Trans>“What I have” hides the exercises that need anything else. Bodyweight exercises are always shown.</Trans>
      </p>
      <ChipRow>
        {ASKED.map((equipment) => (
          <FilterChip key={equipment} selected={chosen.includes(equipment)} onToggle={() => toggle(equipment)}>
            {i18n._(EQUIPMENT_NAMES[equipment])}
          </FilterChip>
        ))}
      </ChipRow>
    </Dialog>
  );
}

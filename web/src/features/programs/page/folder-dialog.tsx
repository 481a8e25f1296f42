import { useLingui } from "@lingui/react/macro";
import { useState } from "react";
import { Button } from "@/ui/button.tsx";
import { ChipRow, FilterChip } from "@/ui/chip.tsx";
import { Dialog } from "@/ui/dialog.tsx";
import { TextField } from "@/ui/field.tsx";
import { changeProgram } from "../program-commands.ts";
import { usePrograms } from "../program-queries.ts";

interface FolderDialogProps {
  readonly program_id: string;
  readonly folder: string;
  readonly onClose: () => void;
}

/** Which folder of the shelf a program lies in: one there is, a new one, or none. */
export function FolderDialog({ program_id, folder, onClose }: FolderDialogProps) {
  const { t } = useLingui();
  const [name, setName] = useState(folder);
  const programs = usePrograms() ?? [];
  const names = [...new Set(programs.map(({ program }) => program.folder.trim()))].filter(Boolean);
  const move = () => {
    onClose();
    if (name.trim() !== folder) void changeProgram(program_id, { folder: name.trim() });
  };
  return (
    <Dialog
      open
      title={t`Folder`}
      onClose={onClose}
      actions={
        <Button variant="primary" onClick={move}>
          {t`Move`}
        </Button>
      }
    >
      <ChipRow>
        {["", ...names.toSorted((a, b) => a.localeCompare(b))].map((one) => (
          <FilterChip key={one} selected={name.trim() === one} onToggle={() => setName(one)}>
            {one === "" ? t`None` : one}
          </FilterChip>
        ))}
      </ChipRow>
      <TextField label={t`Name of the folder`} value={name} maxLength={200} onChange={(event) => setName(event.target.value)} />
    </Dialog>
  );
}

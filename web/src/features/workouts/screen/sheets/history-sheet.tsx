import { Dialog } from "@/ui/dialog.tsx";
import { ExerciseHistory } from "../history-aside.tsx";
import { useActive, useScreen } from "../screen-context.ts";

/** What was done before, on screens without room beside the table. */
export function HistorySheet() {
  const { openSheet } = useScreen();
  const { name } = useActive();
  return (
    <Dialog open title={name} onClose={() => openSheet(null)}>
      <ExerciseHistory />
    </Dialog>
  );
}

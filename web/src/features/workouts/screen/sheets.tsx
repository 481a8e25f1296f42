import { lazy, Suspense } from "react";
import { useScreen } from "./screen-context.ts";

// Sheets come with their first use: the table must be there first.
const AddSheet = lazy(async () => ({ default: (await import("./sheets/add-sheet.tsx")).AddSheet }));
const SwapSheet = lazy(async () => ({ default: (await import("./sheets/add-sheet.tsx")).SwapSheet }));
const WorkoutSheet = lazy(async () => ({ default: (await import("./sheets/workout-sheet.tsx")).WorkoutSheet }));
const ExerciseSheet = lazy(async () => ({ default: (await import("./sheets/exercise-sheet.tsx")).ExerciseSheet }));
const SetSheet = lazy(async () => ({ default: (await import("./sheets/set-sheet.tsx")).SetSheet }));
const PlatesSheet = lazy(async () => ({ default: (await import("./sheets/plates-sheet.tsx")).PlatesSheet }));
const WarmUpSheet = lazy(async () => ({ default: (await import("./sheets/warm-up-sheet.tsx")).WarmUpSheet }));
const OrderSheet = lazy(async () => ({ default: (await import("./sheets/order-sheet.tsx")).OrderSheet }));
const WhySheet = lazy(async () => ({ default: (await import("./sheets/why-sheet.tsx")).WhySheet }));
const HistorySheet = lazy(async () => ({ default: (await import("./sheets/history-sheet.tsx")).HistorySheet }));

/** The sheet that is open, if any. */
export function Sheets() {
  const { sheet, active } = useScreen();
  return <Suspense fallback={null}>{content()}</Suspense>;

  function content() {
    if (sheet === "add") return <AddSheet />;
    if (sheet === "workout") return <WorkoutSheet />;
    if (sheet === "order") return <OrderSheet />;
    if (!active) return null;
    if (sheet === "swap") return <SwapSheet />;
    if (sheet === "exercise") return <ExerciseSheet />;
    if (sheet === "warm_up") return <WarmUpSheet />;
    if (sheet === "history") return <HistorySheet />;
    if (!active.set) return null;
    if (sheet === "set") return <SetSheet />;
    if (sheet === "why") return <WhySheet />;
    return sheet === "plates" ? <PlatesSheet /> : null;
  }
}

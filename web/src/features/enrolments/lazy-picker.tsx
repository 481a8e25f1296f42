import { lazy, Suspense, type ComponentProps } from "react";

const Picker = lazy(async () => ({ default: (await import("@/features/exercises/exercise-picker.tsx")).ExercisePicker }));

/** The exercise picker, whose search is loaded when it is first asked for. */
export function LazyPicker(props: ComponentProps<typeof Picker>) {
  return (
    <Suspense fallback={null}>
      <Picker {...props} />
    </Suspense>
  );
}

import { useEffect, useRef } from "react";
import { pressKey, startPad, type PadKey } from "@/ui/pad-text.ts";
import { fieldsOf } from "./fields.ts";
import { useScreen } from "./screen-context.ts";

/**
 * The keys of a desktop: ↑ ↓ choose a set, ← → an exercise, Enter logs, a digit types the weight,
 * N adds a set, E an exercise.
 */
export function useShortcuts(stepExercise: (direction: 1 | -1) => void): void {
  const screen = useScreen();
  const latest = useRef({ screen, stepExercise });
  useEffect(() => {
    latest.current = { screen, stepExercise };
  });
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || isTaken(event.target)) return;
      if (pressed(event, latest.current.screen, latest.current.stepExercise)) event.preventDefault();
    };
    document.addEventListener("keydown", onKey);
    return () => document.removeEventListener("keydown", onKey);
  }, []);
}

function pressed(event: KeyboardEvent, screen: ReturnType<typeof useScreen>, stepExercise: (direction: 1 | -1) => void): boolean {
  const { active, sets, setView, openSheet } = screen;
  const { key } = event;
  if (key === "e") openSheet("add");
  else if (!active) return false;
  else if (key === "ArrowLeft" || key === "ArrowRight") stepExercise(key === "ArrowRight" ? 1 : -1);
  else if (key === "n") sets.add("working");
  else if (!active.set) return false;
  else if (key === "ArrowUp" || key === "ArrowDown") {
    const index = active.entry.sets.findIndex((set) => set.id === active.set?.id);
    const next = active.entry.sets[index + (key === "ArrowDown" ? 1 : -1)];
    if (next) setView({ set_id: next.id, logged_id: null, pad: null, scope: null });
  } else if (key === "Enter" && !isButton(event.target)) {
    if (!active.set.completed) sets.log(active.set);
  } else if (/^\d$/.test(key)) {
    const field = fieldsOf(active.tracking)[0] ?? "reps";
    const text = pressKey(startPad(null), key as PadKey, { digits: 2, negative: false });
    // The pad takes over from here and counts the digit as if it had been pressed on it.
    setView({ pad: { set_id: active.set.id, field, text } });
  } else return false;
  return true;
}

function isTaken(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest("input, textarea, select, dialog, [role=textbox]") !== null;
}

function isButton(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest("button, a") !== null;
}

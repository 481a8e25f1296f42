import { useEffect, useRef, type MouseEvent } from "react";

const HOLD_DELAY_MS = 400;
const HOLD_FIRST_MS = 160;
const HOLD_LAST_MS = 40;
const FASTER = 0.85;

/** Handlers of a button that acts once when pressed, and again and again, ever faster, while it is held. */
export function useHold(act: () => void) {
  const latest = useRef(act);
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  const held = useRef(false);
  useEffect(() => {
    latest.current = act;
  });
  useEffect(() => () => clearTimeout(timer.current), []);

  const repeat = (wait_ms: number) => {
    held.current = true;
    latest.current();
    timer.current = setTimeout(() => repeat(Math.max(HOLD_LAST_MS, wait_ms * FASTER)), wait_ms);
  };
  const stop = () => clearTimeout(timer.current);
  return {
    onPointerDown: () => {
      held.current = false;
      clearTimeout(timer.current);
      timer.current = setTimeout(() => repeat(HOLD_FIRST_MS), HOLD_DELAY_MS);
    },
    onPointerUp: stop,
    onPointerLeave: stop,
    onPointerCancel: stop,
    onContextMenu: (event: MouseEvent) => event.preventDefault(),
    onClick: () => {
      // A held button has already counted; its closing click must not count once more.
      if (!held.current) latest.current();
      held.current = false;
    },
  };
}

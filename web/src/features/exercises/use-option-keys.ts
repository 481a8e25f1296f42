import { useState, type KeyboardEvent } from "react";

interface OptionKeys {
  /** The option the arrow keys stand on. */
  readonly active: number;
  readonly onKeyDown: (event: KeyboardEvent) => void;
  readonly reset: () => void;
}

/** Arrow keys, Home, End and Enter of a search field over its list of options. */
export function useOptionKeys(count: number, onEnter: (index: number) => void, onMove: (index: number) => void): OptionKeys {
  const [wanted, setActive] = useState(0);
  const active = Math.min(wanted, Math.max(0, count - 1));
  const goTo = (index: number) => {
    setActive(index);
    onMove(index);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const target = targetIndex(event.key, active, count);
    if (event.key === "Enter" && count > 0) {
      event.preventDefault();
      onEnter(active);
    } else if (target !== null) {
      event.preventDefault();
      goTo(target);
    }
  };
  return { active, onKeyDown, reset: () => setActive(0) };
}

function targetIndex(key: string, active: number, count: number): number | null {
  if (count === 0) return null;
  if (key === "ArrowDown") return (active + 1) % count;
  if (key === "ArrowUp") return (active - 1 + count) % count;
  if (key === "PageDown") return Math.min(count - 1, active + 6);
  return key === "PageUp" ? Math.max(0, active - 6) : null;
}

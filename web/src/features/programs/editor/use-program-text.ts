import { useEffect, useRef, useState } from "react";
import { changeProgram } from "../program-commands.ts";

const SAVE_AFTER_MS = 1_000;
const KEY = "fitfolio.program-text.";

interface ProgramText {
  readonly text: string;
  readonly setText: (text: string) => void;
  /** Everything typed is in the device's database. */
  readonly kept: boolean;
  /** Forget the draft: it has become an edition. */
  readonly settle: () => void;
}

/**
 * A program's text while it is written. It is never lost, errors or not: each key is kept in the page's own storage
 * at once, and a moment after the last one the draft is stored and queued for the other devices.
 */
export function useProgramText(program_id: string, stored: string): ProgramText {
  const [text, setShown] = useState(() => readKept(program_id) ?? stored);
  const [kept, setKept] = useState(true);
  const waiting = useRef<string | null>(readKept(program_id));
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  const flush = async () => {
    clearTimeout(timer.current);
    const draft_text = waiting.current;
    if (draft_text === null) return;
    waiting.current = null;
    await changeProgram(program_id, { draft_text });
    // Typed on while it was being stored: the newer text stays kept.
    if (waiting.current !== null) return;
    keep(program_id, null);
    setKept(true);
  };
  const setText = (next: string) => {
    setShown(next);
    setKept(false);
    keep(program_id, next);
    waiting.current = next;
    clearTimeout(timer.current);
    timer.current = setTimeout(() => void flush(), SAVE_AFTER_MS);
  };
  const settle = () => {
    clearTimeout(timer.current);
    waiting.current = null;
    keep(program_id, null);
    setKept(true);
  };
  const latest = useRef(flush);
  useEffect(() => {
    latest.current = flush;
  });
  useEffect(() => {
    const leave = () => void latest.current();
    // What a crash left behind is stored as soon as the page is open again.
    leave();
    window.addEventListener("pagehide", leave);
    return () => {
      window.removeEventListener("pagehide", leave);
      leave();
    };
  }, []);
  return { text, setText, kept, settle };
}

function readKept(program_id: string): string | null {
  try {
    return localStorage.getItem(KEY + program_id);
  } catch {
    return null;
  }
}

function keep(program_id: string, text: string | null): void {
  try {
    if (text === null) localStorage.removeItem(KEY + program_id);
    else localStorage.setItem(KEY + program_id, text);
  } catch {
    // Storage is full or blocked: the database has it a second later.
  }
}

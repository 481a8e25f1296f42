import { parseDecimal } from "@/lib/decimal.ts";

export type PadKey = "0" | "1" | "2" | "3" | "4" | "5" | "6" | "7" | "8" | "9" | "separator" | "back" | "sign";

/** What a number pad holds while somebody types. */
export interface PadText {
  readonly text: string;
  /** The number that was there before: the next digit replaces it, as selected text would be. */
  readonly fresh: boolean;
}

export interface PadLimits {
  readonly digits: number;
  readonly negative: boolean;
}

const LONGEST = 8;

export function startPad(value: number | null): PadText {
  return { text: value === null ? "" : String(value), fresh: true };
}

/** One key more. A key that would make no number changes nothing. */
export function pressKey({ text, fresh }: PadText, key: PadKey, { digits, negative }: PadLimits): PadText {
  switch (key) {
    case "back":
      return { text: fresh ? "" : text.slice(0, -1), fresh: false };
    case "sign": {
      if (!negative || text === "") return { text, fresh };
      return { text: text.startsWith("-") ? text.slice(1) : `-${text}`, fresh };
    }
    case "separator": {
      if (digits === 0) return { text, fresh };
      const before = fresh ? "" : text;
      return before.includes(".") ? { text: before, fresh: false } : { text: `${before === "" ? "0" : before}.`, fresh: false };
    }
    default: {
      const before = fresh ? "" : text;
      const decimals = before.split(".")[1];
      if (before.length >= LONGEST || (decimals !== undefined && decimals.length >= digits)) return { text: before, fresh: false };
      return { text: before === "0" ? key : before + key, fresh: false };
    }
  }
}

/** The number so far; null for an empty pad. */
export function padValue({ text }: PadText): number | null {
  return parseDecimal(text.replace(/\.$/, ""));
}

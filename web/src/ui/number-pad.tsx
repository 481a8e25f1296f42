import { useLingui } from "@lingui/react/macro";
import { Delete } from "lucide-react";
import { useEffect, useRef, type ReactNode } from "react";
import { classNames } from "@/lib/class-names.ts";
import type { PadKey } from "./pad-text.ts";
import styles from "./number-pad.module.css";

interface NumberPadProps {
  /** What is being typed, read aloud. */
  readonly label: string;
  /** Whether a decimal separator makes sense. */
  readonly decimals: boolean;
  /** Whether the number may be negative. */
  readonly signed: boolean;
  readonly onKey: (key: PadKey) => void;
  /** Big keys at the right, the main one last: next, done. */
  readonly children: ReactNode;
  readonly onEnter: () => void;
  readonly onEscape: () => void;
  readonly onArrow: (direction: 1 | -1) => void;
}

const DIGITS = ["1", "2", "3", "4", "5", "6", "7", "8", "9"] as const;
const HARDWARE: Readonly<Record<string, PadKey>> = {
  Backspace: "back",
  Delete: "back",
  ".": "separator",
  ",": "separator",
  "-": "sign",
};

/**
 * Our own keys for numbers: no keyboard of the phone slides over the page.
 * While it is open the keys of a real keyboard do the same, wherever the focus is in it.
 */
export function NumberPad({ label, decimals, signed, onKey, children, onEnter, onEscape, onArrow }: NumberPadProps) {
  const { t, i18n } = useLingui();
  const ref = useRef<HTMLDivElement>(null);
  useEffect(() => {
    // Digits of a keyboard must arrive at once, without a tap into the pad.
    ref.current?.focus({ preventScroll: true });
  }, [label]);
  const separator = new Intl.NumberFormat(i18n.locale).formatToParts(1.5).find((part) => part.type === "decimal")?.value ?? ".";
  return (
    // The keys of a keyboard reach the pad from whichever of its buttons has the focus.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <div
      ref={ref}
      tabIndex={-1}
      role="group"
      aria-label={label}
      className={styles.pad}
      onKeyDown={(event) => {
        const key = /^\d$/.test(event.key) ? (event.key as PadKey) : HARDWARE[event.key];
        const on_pad = event.target === event.currentTarget;
        if (event.ctrlKey || event.metaKey || event.altKey) return;
        if (key) onKey(key);
        else if (event.key === "Escape") onEscape();
        else if (event.key === "Enter" && on_pad) onEnter();
        else if (event.key === "ArrowUp" || event.key === "ArrowDown") onArrow(event.key === "ArrowUp" ? 1 : -1);
        else return;
        event.preventDefault();
        event.stopPropagation();
      }}
    >
      <div className={styles.digits}>
        {DIGITS.map((digit) => (
          <Key key={digit} name={digit} onPress={() => onKey(digit)}>
            {digit}
          </Key>
        ))}
        {decimals ? (
          <Key name={t`Decimal separator`} onPress={() => onKey("separator")}>
            {separator}
          </Key>
        ) : signed ? null : (
          <span />
        )}
        {!decimals && signed && <SignKey onPress={() => onKey("sign")} />}
        <Key name="0" onPress={() => onKey("0")}>
          {"0"}
        </Key>
        <Key name={t`Delete the last digit`} onPress={() => onKey("back")}>
          <Delete size={22} aria-hidden="true" />
        </Key>
      </div>
      <div className={styles.side}>
        {decimals && signed && <SignKey onPress={() => onKey("sign")} />}
        {children}
      </div>
    </div>
  );
}

function SignKey({ onPress }: { readonly onPress: () => void }) {
  const { t } = useLingui();
  return (
    <Key name={t`Change the sign`} onPress={onPress}>
      {"±"}
    </Key>
  );
}

interface KeyProps {
  readonly name: string;
  readonly onPress: () => void;
  readonly children: ReactNode;
}

function Key({ name, onPress, children }: KeyProps) {
  return (
    <button type="button" className={styles.key} aria-label={name} onClick={onPress}>
      {children}
    </button>
  );
}

interface PadActionProps {
  readonly label: string;
  readonly main?: boolean;
  readonly onPress: () => void;
}

/** A big key at the right of the pad. */
export function PadAction({ label, main = false, onPress }: PadActionProps) {
  return (
    <button type="button" className={classNames(styles.action, main && styles.main)} onClick={onPress}>
      {label}
    </button>
  );
}

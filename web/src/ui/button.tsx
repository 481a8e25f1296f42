import type { ButtonHTMLAttributes, ReactNode } from "react";
import { Link } from "wouter";
import { classNames } from "@/lib/class-names.ts";
import styles from "./button.module.css";

export type ButtonVariant = "primary" | "secondary" | "quiet" | "danger";

interface Look {
  readonly variant?: ButtonVariant;
  readonly size?: "medium" | "large" | undefined;
  /** An icon element before the label. */
  readonly icon?: ReactNode;
  /** As wide as the container: the one action of a phone screen. */
  readonly wide?: boolean | undefined;
}

interface ButtonProps extends Look, Omit<ButtonHTMLAttributes<HTMLButtonElement>, "className" | "style"> {
  /** Shows a spinner and ignores taps; the label stays, so the width does not jump. */
  readonly busy?: boolean;
}

export function Button({
  variant = "secondary",
  size,
  icon,
  wide,
  busy = false,
  children,
  onClick,
  type = "button",
  ...rest
}: ButtonProps) {
  return (
    <button
      {...rest}
      type={type}
      className={look({ variant, size, wide })}
      aria-busy={busy || undefined}
      aria-disabled={busy || undefined}
      onClick={(event) => {
        if (busy) event.preventDefault();
        else onClick?.(event);
      }}
    >
      {busy ? <span className={styles.spinner} aria-hidden="true" /> : icon}
      {children}
    </button>
  );
}

interface ButtonLinkProps extends Look {
  readonly href: string;
  readonly children: ReactNode;
  readonly onClick?: () => void;
}

/** A link that looks like a button. */
export function ButtonLink({ href, children, variant = "secondary", size, icon, wide, onClick }: ButtonLinkProps) {
  return (
    <Link href={href} onClick={onClick} className={look({ variant, size, wide })}>
      {icon}
      {children}
    </Link>
  );
}

interface IconButtonProps extends Omit<ButtonHTMLAttributes<HTMLButtonElement>, "className" | "style" | "children"> {
  /** What it does; shown as tooltip and read aloud. */
  readonly label: string;
  readonly icon: ReactNode;
  readonly pressed?: boolean;
  readonly variant?: "plain" | "filled";
}

export function IconButton({ label, icon, pressed, variant = "plain", type = "button", ...rest }: IconButtonProps) {
  return (
    <button
      {...rest}
      type={type}
      className={classNames(styles.iconButton, variant === "filled" && styles.filled)}
      aria-label={label}
      title={label}
      aria-pressed={pressed}
    >
      {icon}
    </button>
  );
}

function look({ variant, size, wide }: { variant: ButtonVariant; size: Look["size"]; wide: boolean | undefined }): string {
  return classNames(styles.button, styles[variant], size === "large" && styles.large, wide && styles.wide);
}

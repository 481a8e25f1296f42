import { useLingui } from "@lingui/react/macro";
import { CloudOff, TriangleAlert } from "lucide-react";
import type { ReactNode } from "react";
import { errorMessage, type CodedError } from "@/i18n/error-message.ts";
import { classNames } from "@/lib/class-names.ts";
import { Button } from "./button.tsx";
import styles from "./states.module.css";

interface EmptyStateProps {
  readonly icon: ReactNode;
  readonly title: string;
  /** What will be here, and what to do for it. */
  readonly children?: ReactNode;
  readonly actions?: ReactNode;
  /** Inside a card instead of alone on a page. */
  readonly small?: boolean;
}

/** Nothing here yet: says what will be, and leads there. */
export function EmptyState({ icon, title, children, actions, small = false }: EmptyStateProps) {
  return (
    <div className={classNames(styles.state, small && styles.small)}>
      <span className={styles.icon} aria-hidden="true">
        {icon}
      </span>
      <h2 className={styles.title}>{title}</h2>
      {children !== undefined && <div className={styles.text}>{children}</div>}
      {actions !== undefined && <div className={styles.actions}>{actions}</div>}
    </div>
  );
}

interface ErrorStateProps {
  readonly error: CodedError;
  readonly onRetry?: (() => void) | undefined;
  readonly small?: boolean;
}

/** Something could not be loaded: what happened, in words, and a way on. */
export function ErrorState({ error, onRetry, small = false }: ErrorStateProps) {
  const { t } = useLingui();
  const offline = error.code === "network.unreachable";
  return (
    <div className={classNames(styles.state, small && styles.small)} role="alert">
      <span className={styles.icon} aria-hidden="true">
        {offline ? <CloudOff size={28} /> : <TriangleAlert size={28} />}
      </span>
      <h2 className={styles.title}>{offline ? t`Not on this device yet` : t`This did not work`}</h2>
      <div className={styles.text}>{errorMessage(error)}</div>
      {onRetry && (
        <div className={styles.actions}>
          <Button onClick={onRetry}>{t`Try again`}</Button>
        </div>
      )}
    </div>
  );
}

/** A line above content that may be old. */
export function StaleNote({ children }: { readonly children: ReactNode }) {
  return (
    <p className={styles.stale} role="status">
      <CloudOff size={16} aria-hidden="true" />
      {children}
    </p>
  );
}

interface NoticeProps {
  readonly tone: "plain" | "warn" | "danger" | "accent";
  readonly icon: ReactNode;
  readonly children: ReactNode;
}

/** A short remark inside a page. */
export function Notice({ tone, icon, children }: NoticeProps) {
  return (
    <div className={classNames(styles.notice, styles[tone])}>
      <span className={styles.noticeIcon} aria-hidden="true">
        {icon}
      </span>
      <div className={styles.noticeText}>{children}</div>
    </div>
  );
}

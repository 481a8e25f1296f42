import { ChevronLeft } from "lucide-react";
import { useEffect, type ReactNode } from "react";
import { useLingui } from "@lingui/react/macro";
import { Link } from "wouter";
import { classNames } from "@/lib/class-names.ts";
import styles from "./page.module.css";

interface PageProps {
  readonly title: string;
  /** A line under the title: date, count, position. */
  readonly subtitle?: ReactNode;
  /** Where the back arrow leads; without it there is none. */
  readonly back?: string | undefined;
  /** Buttons at the right of the title. */
  readonly actions?: ReactNode;
  /** Use the whole desktop width: for pages that lay out columns or tables. */
  readonly wide?: boolean;
  /** The one action of the page: a bar at the thumb on phones, inline at the end on desktops. */
  readonly footer?: ReactNode;
  readonly children: ReactNode;
}

/** Every page: title, optional way back, actions, content. Sets the document title. */
export function Page({ title, subtitle, back, actions, wide = false, footer, children }: PageProps) {
  const { t } = useLingui();
  useEffect(() => {
    document.title = `${title} · FitFolio`;
  }, [title]);
  return (
    <div className={classNames(styles.page, wide && styles.wide)}>
      <header className={styles.header}>
        {back !== undefined && (
          <Link href={back} className={styles.back} aria-label={t`Back`}>
            <ChevronLeft size={24} aria-hidden="true" />
          </Link>
        )}
        <div className={styles.titles}>
          <h1 tabIndex={-1} className={styles.title}>
            {title}
          </h1>
          {subtitle !== undefined && <p className={styles.subtitle}>{subtitle}</p>}
        </div>
        {actions !== undefined && <div className={styles.actions}>{actions}</div>}
      </header>
      <div className={styles.content}>{children}</div>
      {footer !== undefined && <div className={styles.footer}>{footer}</div>}
    </div>
  );
}

interface ColumnsProps {
  readonly children: ReactNode;
  /** The narrower column: below the content on phones, beside it on desktops. */
  readonly aside: ReactNode;
  /** Put the aside first on phones. */
  readonly aside_first?: boolean;
}

/** Two columns from 1024 px on, one above the other below. */
export function Columns({ children, aside, aside_first = false }: ColumnsProps) {
  return (
    <div className={styles.columns}>
      <div className={styles.column}>{children}</div>
      <div className={classNames(styles.column, aside_first && styles.first)}>{aside}</div>
    </div>
  );
}

interface SectionProps {
  readonly title: string;
  readonly actions?: ReactNode;
  readonly children: ReactNode;
}

/** A titled part of a page. */
export function Section({ title, actions, children }: SectionProps) {
  return (
    <section className={styles.section}>
      <div className={styles.sectionHeader}>
        <h2 className={styles.sectionTitle}>{title}</h2>
        {actions}
      </div>
      {children}
    </section>
  );
}

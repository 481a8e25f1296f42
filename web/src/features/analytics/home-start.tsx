import { Trans, useLingui } from "@lingui/react/macro";
import { ArrowRight, ChartLine, FileUp, History, PenLine, Triangle } from "lucide-react";
import { Link } from "wouter";
import styles from "./home.module.css";

/** The first page of a new account: two ways in, the faster one large. */
export function HomeStart() {
  const { t } = useLingui();
  return (
    <div className={styles.start}>
      <Link href="/import" className={styles.startMain}>
        <span className={styles.startIcon} aria-hidden="true">
          <FileUp size={28} />
        </span>
        <span className={styles.startTitle}>{t`Bring your history`}</span>
        <span className={styles.startText}>
          <Trans>
            Drop in the export of Strong, Hevy, FitNotes, Fitbod, JEFIT or another app. You see what is in it before anything is
            stored, and one tap undoes it.
          </Trans>
        </span>
        <span className={styles.startGo}>
          {t`Choose a file`}
          <ArrowRight size={20} aria-hidden="true" />
        </span>
      </Link>
      <Link href="/train" className={styles.startOther}>
        <span className={styles.startSmallIcon} aria-hidden="true">
          <PenLine size={22} />
        </span>
        <span>
          <span className={styles.startOtherTitle}>{t`Start a workout`}</span>
          <span className={styles.startText}>{t`Train now, or enter one from the past.`}</span>
        </span>
        <ArrowRight size={20} className={styles.startArrow} aria-hidden="true" />
      </Link>
      <ul className={styles.promises}>
        <li>
          <History size={20} aria-hidden="true" />
          <Trans>Every set, searchable and on this device</Trans>
        </li>
        <li>
          <Triangle size={18} fill="currentColor" className={styles.gold} aria-hidden="true" />
          <Trans>Records at every number of reps</Trans>
        </li>
        <li>
          <ChartLine size={20} aria-hidden="true" />
          <Trans>Trends that say when it is too early to tell</Trans>
        </li>
      </ul>
    </div>
  );
}

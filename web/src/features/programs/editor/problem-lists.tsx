import { Trans, useLingui } from "@lingui/react/macro";
import { WandSparkles } from "lucide-react";
import type { Problem } from "@/training/programs/problems.ts";
import { Button } from "@/ui/button.tsx";
import { problemWords } from "./problem-words.ts";
import styles from "./text-tab.module.css";

const SHOWN_PROBLEMS = 20;

interface ProblemListProps {
  readonly problems: readonly Problem[];
  readonly onShow: (problem: Problem, mend: boolean) => void;
}

/** Everything that is wrong: a tap leads there, a second button takes what was meant. */
export function ProblemList({ problems, onShow }: ProblemListProps) {
  const { t, i18n } = useLingui();
  if (problems.length === 0) return null;
  return (
    <ul className={styles.problems} aria-label={t`What is wrong`}>
      {problems.slice(0, SHOWN_PROBLEMS).map((problem) => (
        <li key={`${problem.line}:${problem.column}:${problem.code}:${problem.found}`} className={styles.problem}>
          <button type="button" className={styles.place} onClick={() => onShow(problem, false)}>
            <span className={styles.where}>
              <Trans>
                Line {problem.line}, column {problem.column}
              </Trans>
            </span>
            <span>{problemWords(problem, i18n)}</span>
          </button>
          {problem.hint !== "" && (
            <Button variant="quiet" icon={<WandSparkles size={18} aria-hidden="true" />} onClick={() => onShow(problem, true)}>
              {problem.hint}
            </Button>
          )}
        </li>
      ))}
      {problems.length > SHOWN_PROBLEMS && (
        <li className={styles.nothing}>
          <Trans>{problems.length - SHOWN_PROBLEMS} more</Trans>
        </li>
      )}
    </ul>
  );
}

interface WarningListProps {
  readonly warnings: readonly Problem[];
  readonly onShow: (problem: Problem) => void;
}

/** What has no effect: no error, but hardly meant. */
export function WarningList({ warnings, onShow }: WarningListProps) {
  const { t, i18n } = useLingui();
  if (warnings.length === 0) return null;
  return (
    <ul className={styles.problems} aria-label={t`Without effect`}>
      {warnings.map((problem) => (
        <li key={`${problem.line}:${problem.column}:${problem.code}`} className={styles.warning}>
          <button type="button" className={styles.place} onClick={() => onShow(problem)}>
            <span className={styles.where}>
              <Trans>Line {problem.line}: without effect</Trans>
            </span>
            <span>{problemWords(problem, i18n)}</span>
          </button>
        </li>
      ))}
    </ul>
  );
}

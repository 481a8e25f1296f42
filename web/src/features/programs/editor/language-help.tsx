import { Trans, useLingui } from "@lingui/react/macro";
import { Fragment } from "react";
import styles from "./text-tab.module.css";

/** The language on one screen, as it is needed while writing. */
export function LanguageHelp({ keys_id }: { readonly keys_id: string }) {
  const { t } = useLingui();
  // What is written is the same in every language.
  const lines = [
    ["lift squat = squat-barbell, step 5kg/10lb", t`A name for an exercise and the step it rises by`],
    ["scheme fives", t`Sets and rules, indented below it`],
    ["sets 3x5, 5+@85%", t`Three sets of five; then at least five at 85 % of the training max`],
    ["on success: weight + step", t`What changes when all sets are made`],
    ["week 1-3", t`The days below belong to these weeks`],
    ["day A", t`One exercise a line: lift and scheme, or lift, colon and sets`],
  ] as const;
  return (
    <details className={styles.help}>
      <summary>
        <Trans>The language in short</Trans>
      </summary>
      <p id={keys_id}>
        <Trans>Ctrl + space chooses a suggestion, the arrow keys move, Enter takes it.</Trans>
      </p>
      <dl>
        {lines.map(([written, meaning]) => (
          <Fragment key={written}>
            <dt>
              <code>{written}</code>
            </dt>
            <dd>{meaning}</dd>
          </Fragment>
        ))}
      </dl>
    </details>
  );
}

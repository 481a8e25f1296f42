import { Trans } from "@lingui/react/macro";
import styles from "./text-tab.module.css";

/** The language on one screen, as it is needed while writing. */
export function LanguageHelp({ keys_id }: { readonly keys_id: string }) {
  return (
    <details className={styles.help}>
      <summary>
        <Trans>The language in short</Trans>
      </summary>
      <p id={keys_id}>
        <Trans>Ctrl + space chooses a suggestion, the arrow keys move, Enter takes it.</Trans>
      </p>
      <dl>
        <dt>
          <code>lift squat = squat-barbell, step 5kg/10lb</code>
        </dt>
        <dd>
          <Trans>A name for an exercise and the step it rises by</Trans>
        </dd>
        <dt>
          <code>scheme fives</code>
        </dt>
        <dd>
          <Trans>Sets and rules, indented below it</Trans>
        </dd>
        <dt>
          <code>sets 3x5, 5+@85%</code>
        </dt>
        <dd>
          <Trans>Three sets of five; then at least five at 85 % of the training max</Trans>
        </dd>
        <dt>
          <code>on success: weight + step</code>
        </dt>
        <dd>
          <Trans>What changes when all sets are made</Trans>
        </dd>
        <dt>
          <code>week 1-3</code>
        </dt>
        <dd>
          <Trans>The days below belong to these weeks</Trans>
        </dd>
        <dt>
          <code>day A</code>
        </dt>
        <dd>
          <Trans>One exercise a line: lift and scheme, or lift, colon and sets</Trans>
        </dd>
      </dl>
    </details>
  );
}

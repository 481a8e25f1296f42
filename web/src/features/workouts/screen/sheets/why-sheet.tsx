import { useLingui } from "@lingui/react/macro";
import { goalWords, loadWords } from "@/features/programs/target-text.ts";
import { reasonSentence } from "@/features/programs/reason-text.ts";
import { Dialog } from "@/ui/dialog.tsx";
import { useActive, useScreen } from "../screen-context.ts";
import { useTargetWords } from "../use-target-words.ts";
import { targetsOfSets } from "../../targets.ts";
import styles from "./sheets.module.css";

/** Why the chosen row says what it says: every reason of the program as a sentence. */
export function WhySheet() {
  const { t } = useLingui();
  const { openSheet, format } = useScreen();
  const { entry, set, name } = useActive();
  const { prescription = null } = entry;
  const words = useTargetWords(prescription?.unit ?? "kg");
  const target = set && targetsOfSets(prescription, entry.sets).get(set.id);
  if (!prescription || !target) return null;
  const asked = [goalWords(target, words), loadWords(target, words)].filter(Boolean).join("\u00a0@\u00a0");
  const rest = target.rest_s === null ? null : format.duration(target.rest_s);
  const details = [
    target.label,
    target.tempo === null ? null : t`tempo ${target.tempo}`,
    rest === null ? null : t`rest ${rest}`,
  ].filter((one) => one !== null);
  const sentences = [...target.reasons, ...prescription.reasons].map((reason) => reasonSentence(reason, words));
  return (
    <Dialog open title={name} onClose={() => openSheet(null)}>
      <p className={styles.asked}>{asked}</p>
      {details.length > 0 && <p>{details.join(" · ")}</p>}
      <ul className={styles.reasons} aria-label={t`Why`}>
        {sentences.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
      {prescription.note !== null && <p>{prescription.note}</p>}
    </Dialog>
  );
}

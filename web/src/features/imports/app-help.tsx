import { Trans, useLingui } from "@lingui/react/macro";
import { Table2 } from "lucide-react";
import { Section } from "@/ui/page.tsx";
import { APP_GUIDES } from "./app-guides.ts";
import { Collapsible, CollapsibleList } from "./collapsible.tsx";
import styles from "./imports.module.css";

/** Which apps are understood, and where each hides its export. */
export function AppHelp() {
  const { t, i18n } = useLingui();
  return (
    <Section title={t`Where do I find my file?`}>
      <CollapsibleList>
        {APP_GUIDES.map(({ name, how }) => (
          <Collapsible key={name} title={name}>
            <p className={styles.guide}>{i18n._(how)}</p>
          </Collapsible>
        ))}
        <Collapsible title={t`Another app, or my own table`} icon={<Table2 size={20} aria-hidden="true" />}>
          <p className={styles.guide}>
            <Trans>
              Save it as CSV with one set per row. You then say which column holds the date, the exercise, the weight and the reps.
            </Trans>
          </p>
        </Collapsible>
      </CollapsibleList>
    </Section>
  );
}

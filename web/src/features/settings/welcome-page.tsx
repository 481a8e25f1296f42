import { Trans, useLingui } from "@lingui/react/macro";
import { FileUp, Sparkles } from "lucide-react";
import { type SyntheticEvent, useEffect, useState } from "react";
import { useLocation } from "wouter";
import { changeProfile, useProfile } from "@/features/auth/profile.ts";
import { deviceTimeZone } from "@/lib/clock.ts";
import { Button } from "@/ui/button.tsx";
import { Card } from "@/ui/card.tsx";
import { TextField } from "@/ui/field.tsx";
import { Page } from "@/ui/page.tsx";
import { Segmented } from "@/ui/segmented.tsx";
import { TimeZoneSelect } from "./time-zone-select.tsx";
import styles from "./welcome-page.module.css";

const POUND_REGIONS = /^en-(US|LR)|^my\b/;

/** First start: who, which units and zone, and then: bring the history or begin empty. */
export function WelcomePage() {
  const { t, i18n } = useLingui();
  const [step, setStep] = useState<1 | 2>(1);
  return (
    <Page title={step === 1 ? t`Welcome` : t`Your history`} subtitle={t`Step ${step} of 2`}>
      {step === 1 ? <AboutYou language={i18n.locale === "de" ? "de" : "en"} onDone={() => setStep(2)} /> : <BringHistory />}
    </Page>
  );
}

function AboutYou({ language, onDone }: { readonly language: "en" | "de"; readonly onDone: () => void }) {
  const { t } = useLingui();
  const profile = useProfile();
  const [name, setName] = useState<string | null>(null);
  const [unit, setUnit] = useState<"kg" | "lb">(() => (POUND_REGIONS.test(navigator.language) ? "lb" : "kg"));
  const [time_zone, setTimeZone] = useState(deviceTimeZone);
  const submit = async (event: SyntheticEvent) => {
    event.preventDefault();
    await changeProfile({
      display_name: (name ?? profile?.display_name ?? "").trim(),
      weight_unit: unit,
      length_unit: unit === "lb" ? "in" : "cm",
      time_zone,
      language,
    });
    onDone();
  };
  return (
    <form className={styles.form} onSubmit={(event) => void submit(event)}>
      <TextField
        label={t`What shall we call you?`}
        hint={t`Only you see it. You may leave it empty.`}
        autoComplete="given-name"
        maxLength={80}
        value={name ?? profile?.display_name ?? ""}
        onChange={(event) => setName(event.target.value)}
      />
      <Segmented
        label={t`Weights in`}
        show_label
        value={unit}
        options={[
          { value: "kg", label: t`Kilograms` },
          { value: "lb", label: t`Pounds` },
        ]}
        onValue={setUnit}
      />
      <TimeZoneSelect value={time_zone} onValue={setTimeZone} />
      <Button type="submit" variant="primary" size="large" wide>
        {t`Continue`}
      </Button>
    </form>
  );
}

function BringHistory() {
  const { t } = useLingui();
  const [, navigate] = useLocation();
  const profile = useProfile();
  const [next, setNext] = useState<string | null>(null);
  const welcomed = profile?.welcomed === true;
  // Only once the profile says so everywhere: the router sends people without a welcome back here.
  useEffect(() => {
    if (next !== null && welcomed) navigate(next, { replace: true });
  }, [next, welcomed, navigate]);
  const finish = (path: string) => {
    setNext(path);
    void changeProfile({ welcomed: true });
  };
  return (
    <div className={styles.form}>
      <Card tone="accent">
        <FileUp size={28} aria-hidden="true" />
        <p className={styles.lead}>
          <Trans>Bring your history</Trans>
        </p>
        <p>
          <Trans>
            Export your data in Strong, Hevy, FitNotes, Fitbod, JEFIT or another app, and drop the file here. You see what is in it
            before anything is taken in, and you can undo it.
          </Trans>
        </p>
        <Button variant="primary" size="large" wide onClick={() => finish("/import")}>
          {t`Choose a file`}
        </Button>
      </Card>
      <Card>
        <Sparkles size={28} aria-hidden="true" />
        <p className={styles.lead}>
          <Trans>Start empty</Trans>
        </p>
        <p>
          <Trans>Log your first workout by hand. You can import at any time later.</Trans>
        </p>
        <Button size="large" wide onClick={() => finish("/")}>
          {t`Start without a file`}
        </Button>
      </Card>
    </div>
  );
}

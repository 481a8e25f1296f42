import { Trans, useLingui } from "@lingui/react/macro";
import { FileUp, Sparkles } from "lucide-react";
import { type SyntheticEvent, useEffect, useState } from "react";
import { useLocation } from "wouter";
import { changeProfile, useProfile } from "@/features/auth/profile.ts";
import type { Equipment } from "@/features/exercises/vocabulary.ts";
import { deviceTimeZone } from "@/lib/clock.ts";
import type { WeightUnit } from "@/training/units.ts";
import { Button } from "@/ui/button.tsx";
import { Card } from "@/ui/card.tsx";
import { Select, TextField } from "@/ui/field.tsx";
import { Page } from "@/ui/page.tsx";
import { Segmented } from "@/ui/segmented.tsx";
import { TimeZoneSelect } from "./time-zone-select.tsx";
import styles from "./welcome-page.module.css";

const POUND_REGIONS = /^en-(US|LR)|^my\b/;

type Step = 1 | 2 | 3;

/** First start: who, with what, and then: bring the history or begin empty. */
export function WelcomePage() {
  const { t } = useLingui();
  const [step, setStep] = useState<Step>(1);
  const titles = { 1: t`Welcome`, 2: t`Your training`, 3: t`Your history` };
  return (
    <Page title={titles[step]} subtitle={t`Step ${step} of 3`}>
      {step === 1 && <AboutYou onDone={() => setStep(2)} />}
      {step === 2 && <YourTraining onBack={() => setStep(1)} onDone={() => setStep(3)} />}
      {step === 3 && <BringHistory onBack={() => setStep(2)} />}
    </Page>
  );
}

function AboutYou({ onDone }: { readonly onDone: () => void }) {
  const { t, i18n } = useLingui();
  const profile = useProfile();
  const [name, setName] = useState<string | null>(null);
  const [time_zone, setTimeZone] = useState(deviceTimeZone);
  const submit = async (event: SyntheticEvent) => {
    event.preventDefault();
    const display_name = (name ?? profile?.display_name ?? "").trim();
    await changeProfile({ display_name, time_zone, language: i18n.locale === "de" ? "de" : "en" });
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
      <TimeZoneSelect value={time_zone} onValue={setTimeZone} />
      <Button type="submit" variant="primary" size="large" wide>
        {t`Continue`}
      </Button>
    </form>
  );
}

/** What somebody trains with; null is everything. Bodyweight is always there. */
const EQUIPMENT = {
  gym: null,
  barbell: ["barbell", "dumbbell", "plate"],
  dumbbell: ["dumbbell"],
  body: [],
} as const satisfies Readonly<Record<string, readonly Equipment[] | null>>;

interface StepProps {
  readonly onBack: () => void;
}

function YourTraining({ onBack, onDone }: StepProps & { readonly onDone: () => void }) {
  const { t } = useLingui();
  const [unit, setUnit] = useState<WeightUnit>(() => (POUND_REGIONS.test(navigator.language) ? "lb" : "kg"));
  const [place, setPlace] = useState<keyof typeof EQUIPMENT>("gym");
  const submit = async (event: SyntheticEvent) => {
    event.preventDefault();
    const equipment = EQUIPMENT[place];
    await changeProfile({
      weight_unit: unit,
      length_unit: unit === "lb" ? "in" : "cm",
      equipment: equipment === null ? null : [...equipment],
    });
    onDone();
  };
  return (
    <form className={styles.form} onSubmit={(event) => void submit(event)}>
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
      <Select
        label={t`What do you train with?`}
        hint={t`Exercises that need something else are left out of lists. You can change this in Exercises.`}
        value={place}
        options={[
          { value: "gym", label: t`A gym with everything` },
          { value: "barbell", label: t`Barbell, plates and dumbbells` },
          { value: "dumbbell", label: t`Dumbbells` },
          { value: "body", label: t`My own body` },
        ]}
        onValue={setPlace}
      />
      <Button type="submit" variant="primary" size="large" wide>
        {t`Continue`}
      </Button>
      <Button variant="quiet" onClick={onBack}>
        {t`Back`}
      </Button>
    </form>
  );
}

function BringHistory({ onBack }: StepProps) {
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
      <Button variant="quiet" onClick={onBack}>
        {t`Back`}
      </Button>
    </div>
  );
}

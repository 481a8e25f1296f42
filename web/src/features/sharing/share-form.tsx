import { useLingui } from "@lingui/react/macro";
import { Link2 } from "lucide-react";
import { useState } from "react";
import { useProfile } from "@/features/auth/profile.ts";
import { useFormat } from "@/features/auth/use-format.ts";
import { errorMessage } from "@/i18n/error-message.ts";
import { addDays, nowMs } from "@/lib/clock.ts";
import { newId } from "@/lib/ids.ts";
import { Button } from "@/ui/button.tsx";
import { Select, Switch, TextField } from "@/ui/field.tsx";
import { showToast } from "@/ui/toast-store.ts";
import { createShare } from "./commands.ts";
import { endOf, SPANS, type Span } from "./share-state.ts";
import styles from "./sharing.module.css";
import type { Subject } from "./subject.ts";

const LATEST = "latest";

interface ShareFormProps {
  readonly subject: Subject;
  readonly onMade: () => void;
}

/** A new link: which edition, until when, in whose name, for whom. */
export function ShareForm({ subject, onMade }: ShareFormProps) {
  const { t } = useLingui();
  const profile = useProfile();
  // Kept until it has worked: a lost answer must not leave two links.
  const [id, setId] = useState(() => newId());
  const [edition, setEdition] = useState(LATEST);
  const [span, setSpan] = useState<Span>("never");
  const { today, time_zone } = useFormat();
  const [last_day, setLastDay] = useState(addDays(today, 14));
  const [named, setNamed] = useState(false);
  const [typed, setTyped] = useState<string | null>(null);
  const [on_shelf, setOnShelf] = useState(false);
  const [busy, setBusy] = useState(false);
  const name = typed ?? profile?.display_name ?? "";
  const nameless = named && name.trim() === "";
  const spans: Readonly<Record<Span, string>> = {
    never: t`Until I close it`,
    week: t`For a week`,
    month: t`For 30 days`,
    year: t`For a year`,
    day: t`Until a day`,
  };
  const make = async () => {
    if (nameless) return;
    setBusy(true);
    const made = await createShare({
      id,
      ...("template_id" in subject ? { template_id: subject.template_id } : { program_id: subject.program_id }),
      program_version_id: edition === LATEST ? null : edition,
      author_name: named ? name.trim() : null,
      expires_at: endOf({ span, last_day, time_zone }, nowMs()),
      on_shelf,
    });
    setBusy(false);
    if (!made.ok) return showToast(errorMessage(made.error), { tone: "danger" });
    setId(newId());
    onMade();
    showToast(t`Link made`);
  };
  return (
    <form
      className={styles.form}
      aria-label={t`New link`}
      onSubmit={(event) => {
        event.preventDefault();
        void make();
      }}
    >
      {"versions" in subject && (
        <Select
          label={t`What it shows`}
          value={edition}
          options={[
            { value: LATEST, label: t`Always the newest edition` },
            ...subject.versions.map((version) => ({ value: version.id, label: t`Only edition ${version.number}` })),
          ]}
          onValue={setEdition}
        />
      )}
      <Select
        label={t`How long it works`}
        value={span}
        options={SPANS.map((value) => ({ value, label: spans[value] }))}
        onValue={setSpan}
      />
      {span === "day" && (
        <TextField
          label={t`Last day`}
          type="date"
          value={last_day}
          min={today}
          required
          onChange={(event) => setLastDay(event.target.value || last_day)}
        />
      )}
      <Switch label={t`Show a name`} hint={t`Otherwise nobody is named`} checked={named} onChange={setNamed} />
      {named && (
        <TextField
          label={t`Name`}
          value={name}
          maxLength={80}
          autoComplete="off"
          error={nameless ? t`Write a name, or show none.` : undefined}
          onChange={(event) => setTyped(event.target.value)}
        />
      )}
      <Switch
        label={t`Show it on the shelf here`}
        hint={t`Everybody with an account on this server finds it under Programs`}
        checked={on_shelf}
        onChange={setOnShelf}
      />
      <Button type="submit" variant="primary" size="large" wide busy={busy} icon={<Link2 size={20} aria-hidden="true" />}>
        {t`Make a link`}
      </Button>
    </form>
  );
}

import { Trans, useLingui } from "@lingui/react/macro";
import { useEffect, useState } from "react";
import { useLive } from "@/db/use-live.ts";
import { nowMs, toIso } from "@/lib/clock.ts";
import { persistStorage, readStorage } from "@/sync/persistence.ts";
import { Button } from "@/ui/button.tsx";
import { showToast } from "@/ui/toast-store.ts";
import styles from "./update-prompt.module.css";

const ASKED = "persistence_asked";
const RECENT_MS = 7 * 86_400_000;
const OWN_SOURCE = "fitfolio";

/** After the first workout: why the browser should keep this site's data, and the question to it. */
export function PersistPrompt() {
  const { t } = useLingui();
  const [persisted, setPersisted] = useState<boolean | null>(null);
  const due = useLive(async (db) => {
    if (await db.state.get(ASKED)) return false;
    const recent = db.workouts.where("started_at").above(toIso(nowMs() - RECENT_MS));
    return (await recent.filter(({ source, finished_at }) => source === OWN_SOURCE && finished_at !== null).first()) !== undefined;
  }, []);
  const mark = useLive((db) => () => db.state.put({ key: ASKED, value: true }), []);
  useEffect(() => {
    if (due) void readStorage().then((storage) => setPersisted(storage.persisted));
  }, [due]);
  if (!due || persisted !== false || !mark) return null;
  const answer = async (wanted: boolean) => {
    await mark();
    if (wanted && (await persistStorage())) showToast(t`The browser will keep your workouts`);
  };
  return (
    <div className={styles.prompt} role="status">
      <p>
        <Trans>Your workout is stored on this device first. Ask the browser to keep it even when space runs out?</Trans>
      </p>
      <Button onClick={() => void answer(false)}>{t`Not now`}</Button>
      <Button variant="primary" onClick={() => void answer(true)}>{t`Keep it`}</Button>
    </div>
  );
}

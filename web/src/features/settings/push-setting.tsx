import { useLingui } from "@lingui/react/macro";
import { useEffect, useState } from "react";
import { readPushState, subscribePush, unsubscribePush, type PushState } from "@/features/timers/push.ts";
import { errorMessage } from "@/i18n/error-message.ts";
import { Switch } from "@/ui/field.tsx";
import { showToast } from "@/ui/toast-store.ts";

/** A notification at the end of a rest, for phones in a pocket; says why it asks. */
export function PushSetting() {
  const { t } = useLingui();
  const [state, setState] = useState<PushState | null>(null);
  const [busy, setBusy] = useState(false);
  useEffect(() => {
    let left = false;
    const read = async () => {
      const found = await readPushState().catch((): PushState => "unsupported");
      if (!left) setState(found);
    };
    void read();
    return () => {
      left = true;
    };
  }, []);
  const choose = async (wanted: boolean) => {
    setBusy(true);
    const answer = wanted ? await subscribePush() : await unsubscribePush();
    setBusy(false);
    if (answer.ok) setState(answer.value);
    else showToast(errorMessage(answer.error), { tone: "danger" });
  };
  const hint =
    state === "unsupported"
      ? t`This browser cannot be notified. On an iPhone, add FitFolio to the home screen first.`
      : state === "denied"
        ? t`Notifications are blocked for this page in the settings of the browser.`
        : t`The server wakes the phone when the rest is over, even while the app is closed. It needs a network.`;
  return (
    <Switch
      label={t`Notify me when a rest is over`}
      hint={hint}
      checked={state === "on"}
      disabled={busy || state === null || state === "unsupported" || state === "denied"}
      onChange={(wanted) => void choose(wanted)}
    />
  );
}

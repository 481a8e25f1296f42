import { Trans, useLingui } from "@lingui/react/macro";
import { RotateCcw } from "lucide-react";
import { useState } from "react";
import type { Profile } from "@/db/documents.ts";
import { changeProfile, useProfile } from "@/features/auth/profile.ts";
import { useFormat } from "@/features/auth/use-format.ts";
import { STANDARD_GYM } from "@/training/gym.ts";
import { Button } from "@/ui/button.tsx";
import { Columns, Page } from "@/ui/page.tsx";
import { Skeleton } from "@/ui/skeleton.tsx";
import { showToast } from "@/ui/toast-store.ts";
import { GymBars } from "./gym-bars.tsx";
import { GymPlates } from "./gym-plates.tsx";
import { GymSteps } from "./gym-steps.tsx";
import type { GymDraft } from "./gym-draft.ts";

/** What stands in the gym: the steppers of the workout screen go by it. Every change takes effect at once. */
export function GymPage() {
  const { t } = useLingui();
  const profile = useProfile();
  return (
    <Page title={t`My gym`} back="/settings" wide>
      {profile ? <ShownGym key={profile.gym === null ? "standard" : "own"} profile={profile} /> : <Skeleton heights={[240, 320]} />}
    </Page>
  );
}

function ShownGym({ profile }: { readonly profile: Profile }) {
  const { t } = useLingui();
  const { weight_unit } = useFormat();
  const [gym, setGym] = useState<GymDraft>(() => profile.gym ?? STANDARD_GYM[weight_unit]);
  const change = (fields: Partial<GymDraft>) => {
    const next = { ...gym, ...fields };
    setGym(next);
    void changeProfile({ gym: next as NonNullable<Profile["gym"]> });
  };
  const reset = () => {
    const before = profile.gym;
    void changeProfile({ gym: null });
    showToast(t`The standard gym is back`, { action: { label: t`Undo`, run: () => void changeProfile({ gym: before }) } });
  };
  return (
    <>
      <p>
        <Trans>
          The − and + of the workout screen go to the next weight that can be loaded from this, and the plate picture shows how.
          Kilograms and pounds may be mixed.
        </Trans>
      </p>
      <Columns
        aside={
          <>
            <GymSteps
              kind="dumbbells"
              title={t`Dumbbells`}
              ranges={gym.dumbbells}
              onRanges={(dumbbells) => change({ dumbbells })}
            />
            <GymSteps
              kind="machines"
              title={t`Machines and cables`}
              ranges={gym.machine_steps}
              onRanges={(machine_steps) => change({ machine_steps })}
            />
            {profile.gym !== null && (
              <Button icon={<RotateCcw size={18} aria-hidden="true" />} onClick={reset}>
                {t`Back to the standard gym`}
              </Button>
            )}
          </>
        }
      >
        <GymBars
          bars={gym.bars}
          collar={gym.collar}
          onBars={(bars) => change({ bars })}
          onCollar={(collar) => change({ collar })}
        />
        <GymPlates plates={gym.plates} onPlates={(plates) => change({ plates })} />
      </Columns>
    </>
  );
}

import { Plural, useLingui } from "@lingui/react/macro";
import { LockOpen, UserCheck } from "lucide-react";
import { useState } from "react";
import { Button } from "@/ui/button.tsx";
import { Card } from "@/ui/card.tsx";
import { Chip } from "@/ui/chip.tsx";
import { EmptyState } from "@/ui/states.tsx";
import { ActDialog } from "./act-dialog.tsx";
import { clearLockout } from "./commands.ts";
import type { LockoutList } from "./queries.ts";
import { useDayTime } from "./use-day-time.ts";
import styles from "./admin.module.css";

interface LockoutsProps {
  readonly list: LockoutList;
  readonly onCleared: () => void;
}

/** Addresses that wrong codes were typed for, those that may type no more first. */
export function Lockouts({ list: { lockouts, wrong_codes_a_day }, onCleared }: LockoutsProps) {
  const { t } = useLingui();
  const moment = useDayTime();
  const [clearing, setClearing] = useState<string | null>(null);
  const sorted = lockouts.toSorted((a, b) => Number(b.is_locked) - Number(a.is_locked));
  return (
    <Card title={t`Wrong codes`}>
      <p className={styles.muted}>
        {t`After ${wrong_codes_a_day} wrong codes within a day an address takes no codes until the day has passed. Links and passkeys go on working.`}
      </p>
      {sorted.length === 0 ? (
        <EmptyState icon={<UserCheck size={24} />} title={t`Nobody is locked out`} small>
          {t`No wrong code was typed in the last day.`}
        </EmptyState>
      ) : (
        <ul aria-label={t`Wrong codes`}>
          {sorted.map(({ email, wrong_codes, is_locked, last_at }) => (
            <li key={email} className={styles.lockout}>
              <div>
                <strong className={styles.break}>{email}</strong>
                <p className={styles.muted}>
                  <Plural value={wrong_codes} one="# wrong code" other="# wrong codes" />
                  {` · ${t`last: ${moment(last_at)}`}`}
                </p>
              </div>
              <div className={styles.row}>
                {is_locked && <Chip tone="danger">{t`Locked out`}</Chip>}
                <Button
                  icon={<LockOpen size={18} aria-hidden="true" />}
                  aria-label={t`Forget the wrong codes of ${email}`}
                  onClick={() => setClearing(email)}
                >
                  {t`Forget`}
                </Button>
              </div>
            </li>
          ))}
        </ul>
      )}
      {clearing !== null && (
        <ActDialog
          title={t`Forget the wrong codes of ${clearing}?`}
          confirm={t`Forget them`}
          run={() => clearLockout(clearing)}
          done={t`${clearing} may type codes again`}
          onDone={onCleared}
          onClose={() => setClearing(null)}
        >
          {t`The address may type codes again at once. Make sure that it is its owner who asks you, and not somebody who is guessing.`}
        </ActDialog>
      )}
    </Card>
  );
}

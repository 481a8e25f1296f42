import { Trans, useLingui } from "@lingui/react/macro";
import { ShieldCheck, ShieldOff } from "lucide-react";
import { Loaded } from "@/features/account/loaded.tsx";
import { useFormat } from "@/features/auth/use-format.ts";
import { Card } from "@/ui/card.tsx";
import { Notice } from "@/ui/states.tsx";
import { Table } from "@/ui/table.tsx";
import { AdminFrame } from "./admin-frame.tsx";
import { groupLimits, limitWords } from "./limit-words.ts";
import { Lockouts } from "./lockouts.tsx";
import { useLockouts, type LockoutList } from "./queries.ts";
import styles from "./admin.module.css";

const EVERY_PATH = "*";
/** Settings have the same name in every language. */
const LIMIT_SETTING = "FITFOLIO_RATE_LIMIT_ENABLED";

/** Who is locked out, and what is limited for everybody. */
export function LimitsPage() {
  const { t } = useLingui();
  return (
    <AdminFrame title={t`Limits`} subtitle={t`Lockouts and limits in force`}>
      <Loaded of={useLockouts()} heights={[120, 400]}>
        {(data, refresh) => (
          <>
            <Lockouts list={data} onCleared={refresh} />
            <Limits list={data} />
          </>
        )}
      </Loaded>
    </AdminFrame>
  );
}

function Limits({ list: { limits, limits_enabled } }: { readonly list: LockoutList }) {
  const { t } = useLingui();
  const format = useFormat();
  return (
    <>
      {limits_enabled ? (
        <Notice tone="plain" icon={<ShieldCheck size={20} />}>
          <p>
            <Trans>
              These limits count per address of the client: an IPv4 address, or an IPv6 network of a household. Whoever asks more
              often is told how long to wait.
            </Trans>
          </p>
        </Notice>
      ) : (
        <Notice tone="warn" icon={<ShieldOff size={20} />}>
          <p>
            <Trans>
              The limits are switched off by <span className={styles.code}>{LIMIT_SETTING}</span>: anybody may try as often as they
              like. Lockouts count all the same.
            </Trans>
          </p>
        </Notice>
      )}
      <Card title={t`Limits in force`} flush>
        <Table
          caption={t`Limits in force`}
          rows={groupLimits(limits)}
          rowKey={({ name, amount }) => `${name} ${amount}`}
          columns={[
            { key: "what", header: t`What`, heading: true, cell: ({ name, paths }) => <Limited name={name} paths={paths} /> },
            {
              key: "amount",
              header: t`At most`,
              numeric: true,
              cell: ({ amount, seconds }) => (
                <span className={styles.nowrap}>
                  {seconds === 60 ? t`${format.number(amount)} per min` : t`${format.number(amount)} in ${seconds} s`}
                </span>
              ),
            },
          ]}
        />
      </Card>
    </>
  );
}

function Limited({ name, paths }: { readonly name: string; readonly paths: readonly string[] }) {
  return (
    <>
      {limitWords(name)}
      <span className={styles.path}>{paths.filter((path) => path !== EVERY_PATH).join(", ")}</span>
    </>
  );
}

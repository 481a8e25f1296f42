import { Trans, useLingui } from "@lingui/react/macro";
import { useEffect, useState } from "react";
import { useSession } from "@/features/auth/session.ts";
import { getSignInConfig } from "@/features/auth/sign-in.ts";
import { Card } from "@/ui/card.tsx";
import { Page } from "@/ui/page.tsx";

/** What this is, which version, under which licence. */
export function AboutPage() {
  const { t } = useLingui();
  const session = useSession();
  const [version, setVersion] = useState<string | null>(null);
  useEffect(() => {
    void getSignInConfig().then((answer) => {
      if (answer.ok) setVersion(answer.value.version);
    });
  }, []);
  return (
    <Page title={t`About FitFolio`} back={session.status === "signed_out" ? "/sign-in" : "/more"}>
      <Card>
        <p>
          <Trans>
            A strength-training log that its owner hosts: one process, one data folder, one address on the phone. Your data stays on
            this server and on your devices.
          </Trans>
        </p>
        {version !== null && (
          <p>
            <Trans>Version {version}</Trans>
          </p>
        )}
      </Card>
      <Card title={t`Licence`}>
        <p>
          <Trans>
            FitFolio is free software under the GNU Affero General Public License, version 3 or later. Whoever offers it over a
            network also offers its source.
          </Trans>
        </p>
      </Card>
      <Card title={t`Made with`}>
        <ul>
          {MADE_WITH.map((name) => (
            <li key={name}>{name}</li>
          ))}
        </ul>
      </Card>
    </Page>
  );
}

const MADE_WITH = [
  "Inter (SIL Open Font License 1.1)",
  "Lucide (ISC)",
  "React, wouter, Dexie, Lingui, uPlot, react-muscle-highlighter, Workbox (MIT / Apache-2.0)",
];

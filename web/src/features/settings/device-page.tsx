import { useLingui } from "@lingui/react/macro";
import { Page } from "@/ui/page.tsx";
import { DeviceIssues } from "./device-issues.tsx";
import { DeviceQueue } from "./device-queue.tsx";
import { DeviceRecovered } from "./device-recovered.tsx";
import { DeviceStorage } from "./device-storage.tsx";
import { DeviceUnsaved } from "./device-unsaved.tsx";
import "./error-texts.ts";

/** What is only on this device, what the server refused, what lost against another device, and how safe it all is. */
export function DevicePage() {
  const { t } = useLingui();
  return (
    <Page title={t`This device`} subtitle={t`Everything you log is stored here first, then sent.`} back="/more">
      <DeviceUnsaved />
      <DeviceIssues />
      <DeviceRecovered />
      <DeviceQueue />
      <DeviceStorage />
    </Page>
  );
}

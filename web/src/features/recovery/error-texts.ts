import { msg } from "@lingui/core/macro";
import { registerErrorTexts } from "@/i18n/error-message.ts";

registerErrorTexts({
  "metric.not_found": msg`This value is gone. It may have been deleted on another device.`,
  "metric.id_taken": msg`This has been saved already. Reload the page to see it.`,
  "metric.unknown": msg`This measurement is not known to the server.`,
  "metric.wrong_unit": msg`This is not measured in that unit.`,
  "metric.implausible": msg`This value lies outside what a body can have.`,
});

import { msg } from "@lingui/core/macro";
import { registerErrorTexts } from "@/i18n/error-message.ts";

registerErrorTexts({
  "rest_timer.too_long": msg`A rest ends within two hours. Set a shorter one.`,
  "push.invalid_endpoint": msg`This browser's push service cannot be used. Notifications work only while the app is open.`,
  "push.invalid_keys": msg`This browser's keys for notifications are damaged. Turn notifications off and on again.`,
  "push.no_subscription": msg`No browser of yours has notifications turned on.`,
});

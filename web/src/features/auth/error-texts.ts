import { msg } from "@lingui/core/macro";
import { registerErrorTexts } from "@/i18n/error-message.ts";

registerErrorTexts({
  "passkeys.impossible": msg`Passkeys need a secure address (https) or localhost. The host can set one up.`,
  "passkeys.not_accepted": msg`The passkey was not accepted. Try again, or use your mail.`,
  "passkeys.wrong_host": msg`Passkeys belong to this server's public address. Open FitFolio by that one.`,
  "passkeys.no_answer": msg`The passkey did not answer. Try again, or use your mail.`,
});

import { msg } from "@lingui/core/macro";
import { registerErrorTexts } from "@/i18n/error-message.ts";

registerErrorTexts({
  "enrolments.not_found": msg`You do not follow this program, or no longer.`,
  "enrolments.fact_not_found": msg`This note about the program does not exist.`,
});

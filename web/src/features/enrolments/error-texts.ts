import { msg } from "@lingui/core/macro";
import { registerErrorTexts } from "@/i18n/error-message.ts";

registerErrorTexts({
  "enrolments.not_found": msg`You do not follow this program, or no longer.`,
  "enrolments.id_taken": msg`This has been saved already. Reload the page to see it.`,
  "enrolments.too_many": msg`You follow as many programs as fit. End one that you no longer need.`,
  "enrolments.too_many_facts": msg`So much has been noted about this program that no more fits. End it and begin it anew.`,
  "enrolments.unknown_key": msg`The program has no such lift or track.`,
  "enrolments.unknown_exercise": msg`An exercise that was chosen for the program does not exist any more. Choose another one.`,
  "enrolments.fact_incomplete": msg`Something is missing in this note about the program.`,
  "enrolments.fact_not_found": msg`This note about the program does not exist.`,
});

import { msg } from "@lingui/core/macro";
import { registerErrorTexts } from "@/i18n/error-message.ts";

registerErrorTexts({
  "templates.not_found": msg`This template is gone. It may have been deleted on another device.`,
  "templates.id_taken": msg`This has been saved already. Reload the page to see it.`,
  "templates.unknown_exercise": msg`An exercise of this template does not exist any more. Choose another one.`,
  "templates.unit_missing": msg`A weight or a distance needs its unit.`,
  "templates.negative_weight": msg`Only bodyweight exercises take a weight below zero (help).`,
  "templates.same_id_twice": msg`The same exercise entry stands in this template twice. Remove one of them.`,
  "templates.too_many": msg`You have as many templates as fit. Delete one that you no longer need.`,
});

import { msg } from "@lingui/core/macro";
import { registerErrorTexts } from "@/i18n/error-message.ts";

registerErrorTexts({
  "programs.not_found": msg`This program is gone. It may have been deleted on another device.`,
  "programs.not_in_library": msg`The library has no such program.`,
  "programs.id_taken": msg`This has been saved already. Reload the page to see it.`,
  "programs.too_many": msg`You have as many programs as fit. Delete one that you no longer need.`,
  "programs.text_invalid": msg`The text is no program yet. It is kept as a draft; correct what is marked.`,
  "programs.text_too_long": msg`The text is longer than a program may be. Shorten it.`,
  "programs.nothing_to_preview": msg`There is nothing to look ahead in.`,
  "program_versions.not_found": msg`This edition of the program is gone.`,
  "program_versions.id_taken": msg`This has been saved already. Reload the page to see it.`,
  "program_versions.too_many": msg`The program has as many editions as fit. Copy it to go on.`,
  "templates.not_found": msg`This template is gone. It may have been deleted on another device.`,
  "templates.id_taken": msg`This has been saved already. Reload the page to see it.`,
  "templates.unknown_exercise": msg`An exercise of this template does not exist any more. Choose another one.`,
  "templates.unit_missing": msg`A weight or a distance needs its unit.`,
  "templates.negative_weight": msg`Only bodyweight exercises take a weight below zero (help).`,
  "templates.same_id_twice": msg`The same exercise entry stands in this template twice. Remove one of them.`,
  "templates.too_many": msg`You have as many templates as fit. Delete one that you no longer need.`,
});

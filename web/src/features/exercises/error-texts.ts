import { msg } from "@lingui/core/macro";
import { registerErrorTexts } from "@/i18n/error-message.ts";

registerErrorTexts({
  "exercise.not_found": msg`This exercise is gone. It may have been deleted on another device.`,
  "exercise.library_is_fixed": msg`Exercises of the library cannot be changed. Make one of your own.`,
  "exercise.id_taken": msg`This has been saved already. Reload the page to see it.`,
  "exercise.same_muscle_twice": msg`A muscle is either primary or secondary, not both.`,
  "exercise.step_without_unit": msg`A weight step needs its unit.`,
});

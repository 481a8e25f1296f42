import { msg } from "@lingui/core/macro";
import { registerErrorTexts } from "@/i18n/error-message.ts";

const GONE = msg`This workout is gone. It may have been deleted on another device.`;
const TAKEN = msg`This has been saved already. Reload the page to see it.`;

registerErrorTexts({
  "workouts.prescription_too_large": msg`What the program asks for here is larger than a workout keeps.`,
  "workouts.not_found": GONE,
  "workouts.entry_not_found": msg`This exercise is no longer part of the workout.`,
  "workouts.set_not_found": msg`This set is no longer part of the workout.`,
  "workouts.unknown_exercise": msg`This exercise no longer exists. Choose another one.`,
  "workouts.id_taken": TAKEN,
  "workouts.ends_before_start": msg`A workout cannot end before it starts.`,
  "workouts.in_the_future": msg`A workout cannot start more than a day from now.`,
  "workouts.unit_missing": msg`A weight or a distance needs its unit.`,
  "workouts.negative_weight": msg`Only bodyweight exercises take a weight below zero.`,
  "workouts.recovered_not_found": msg`This value is no longer on the list.`,
  "workouts.invalid_cursor": msg`The list has changed. Reload the page.`,
});

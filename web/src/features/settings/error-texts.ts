import { msg } from "@lingui/core/macro";
import { registerErrorTexts } from "@/i18n/error-message.ts";
// Refusals of every slice whose changes are queued can stand on the device page: their sentences come along.
import "@/features/enrolments/error-texts.ts";
import "@/features/exercises/error-texts.ts";
import "@/features/programs/error-texts.ts";
import "@/features/recovery/error-texts.ts";
import "@/features/workouts/error-texts.ts";

registerErrorTexts({
  "sync.unknown_operation": msg`The server does not know this kind of change. Update the server, then try again.`,
  "sync.schema_unsupported": msg`This version of the app is too old for the server. Update it; nothing that waits is lost.`,
});

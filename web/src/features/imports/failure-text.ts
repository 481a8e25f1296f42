import type { MessageDescriptor } from "@lingui/core";
import { msg } from "@lingui/core/macro";
import { i18n } from "@lingui/core";
import { errorMessage, type CodedError } from "@/i18n/error-message.ts";

const TOO_BIG_INSIDE = msg`The archive unpacks to far more than a training log can hold, so it was not opened.`;

/** Why a file was refused and what helps, by the server's code. */
const FAILURES: Readonly<Record<string, MessageDescriptor>> = {
  "import.not_found": msg`This import is gone. It may have been deleted on another device.`,
  "import.wrong_state": msg`This import cannot do that now. Reload the page to see where it stands.`,
  "import.needs_answer": msg`A question above is still open.`,
  "import.too_many": msg`Too many imports are waiting for you. Finish or delete one first.`,
  "import.failed": msg`Something went wrong on the server. Nothing was changed; try the file again.`,
  "import.unknown_exercise": msg`A chosen exercise no longer exists. Choose another one.`,
  "import.empty": msg`The file is empty. Export it again and make sure that the download has finished.`,
  "import.too_large": msg`The file is larger than this server takes.`,
  "import.binary": msg`This is not a file that FitFolio can read. Use the app's own export, unchanged.`,
  "import.encoding": msg`The letters of this file cannot be decoded. Export it again and do not save it in another program before.`,
  "import.archive_bomb": TOO_BIG_INSIDE,
  "import.archive_nested": msg`The archive holds another archive. Unpack it and choose the file inside.`,
  "import.archive_broken": msg`The archive is damaged. Export it again.`,
  "import.archive_locked": msg`The archive is protected or packed in an unusual way. Unpack it and choose the file inside.`,
  "import.archive_many": msg`The archive holds several files. Unpack it and choose one of them.`,
  "import.unknown_format": msg`This is not an export of an app that FitFolio knows, and not a table either.`,
  "import.truncated": msg`The file ends in the middle. Export it again and wait until the download has finished.`,
  "import.xml_refused": msg`XML files are not read as training logs. Choose the CSV export of the app.`,
  "import.nul_bytes": msg`The file is damaged. Export it again.`,
  "import.quotes": msg`The quotation marks in this file do not match. Export it again, without opening it in a spreadsheet before.`,
  "import.line_too_long": msg`A line of this file is far longer than any row of a training log.`,
  "import.no_sets": msg`The file holds no strength sets, so there is nothing to import.`,
  "import.no_dates": msg`The file does not say when the sets were done.`,
  "import.columns": msg`The chosen columns do not fit the file. Choose again.`,
  "import.unreadable": msg`The file cannot be read.`,
  "import.too_many_rows": msg`The file has more rows than a training log can have.`,
  "import.damaged_export": msg`This FitFolio export is damaged. Export it again.`,
  "import.newer_export": msg`This export was made by a newer FitFolio. Update this one first.`,
  "import.id_taken": msg`This file has been sent already. Reload the page to see it.`,
  "import.nothing_readable": msg`No row of this file could be read.`,
};

/** The sentence for a failed import or a refused step; unknown codes fall back to the server's own words. */
export function importFailure(error: CodedError): string {
  const message = FAILURES[error.code];
  return message ? i18n._(message) : errorMessage(error);
}

/** Why a row was left out or is not believed; codes without a sentence keep the server's reason. */
const ROW_PROBLEMS: Readonly<Record<string, MessageDescriptor>> = {
  "row.bad_number": msg`A number in this row cannot be read.`,
  "row.date": msg`The date of this row cannot be read.`,
  "row.date_absurd": msg`The date lies in the future or before 1980.`,
  "row.empty_set": msg`The row has no reps, time or distance.`,
  "row.measurement": msg`The row has no readable measurement.`,
  "row.no_exercise": msg`The row names no exercise.`,
  "row.nothing_done": msg`Nothing was done in this row.`,
  "row.timed": msg`A timed entry without sets; it is kept as a note of the day.`,
  "row.too_long": msg`The row is far longer than any row of a training log.`,
  "row.too_short": msg`The row has too few columns; the file may be cut off here.`,
  "row.unreadable": msg`The row cannot be read.`,
  "row.workout": msg`The row belongs to no workout of the file.`,
  "set.reps": msg`The number of reps is not believable.`,
  "set.load": msg`The weight is not believable.`,
  "set.duration": msg`The duration is not believable.`,
  "set.distance": msg`The distance is not believable.`,
  "set.rpe": msg`The RPE lies outside 1 to 10 and is left out.`,
  "set.rir": msg`The reps in reserve lie outside 0 to 10 and are left out.`,
  "workout.bodyweight": msg`The body weight is no number that can be true and is left out.`,
  "workout.duration": msg`The workout's length is not believable; its end is left out.`,
  "exercise.deleted": msg`The exercise was deleted in the old app; its sets are kept under its number.`,
};

/** English readers get the server's sentence, which names the value; others the translated kind of problem. */
export function rowProblem({ code, reason }: { readonly code: string; readonly reason: string }): string {
  const message = ROW_PROBLEMS[code];
  return message && i18n.locale !== "en" ? i18n._(message) : reason;
}

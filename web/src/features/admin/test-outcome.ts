import type { Mail } from "./queries.ts";

/** What has become of a test mail. `asking`: nothing yet, and it is worth asking again. */
export type TestOutcome =
  | { readonly status: "asking" }
  | { readonly status: "printed" }
  | { readonly status: "handed_over" }
  | { readonly status: "put_off"; readonly error: string; readonly next_try_at: string | null }
  | { readonly status: "refused"; readonly error: string }
  | { readonly status: "unknown" };

/** Read the outcome off the letter; `is_last` when nobody will ask again. */
export function outcomeOf(mail: Mail, delivery: "mail" | "console", is_last: boolean): TestOutcome {
  if (mail.state === "sent") return { status: delivery === "console" ? "printed" : "handed_over" };
  if (mail.state === "failed") return { status: "refused", error: mail.last_error ?? "" };
  if (mail.last_error !== null) return { status: "put_off", error: mail.last_error, next_try_at: mail.next_try_at };
  return { status: is_last ? "unknown" : "asking" };
}

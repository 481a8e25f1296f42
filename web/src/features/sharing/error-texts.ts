import { msg } from "@lingui/core/macro";
import { registerErrorTexts } from "@/i18n/error-message.ts";

registerErrorTexts({
  "shares.not_found": msg`This link does not exist, or no longer.`,
  "shares.id_taken": msg`This link has been made already. Reload the page to see it.`,
  "shares.too_many": msg`You have as many links as fit. Revoke one that you no longer need.`,
  "shares.one_subject": msg`A link leads to one program or one workout. Choose one of them.`,
  "shares.nothing_to_share": msg`Save the program first: a draft is not shared.`,
  "shares.already_expired": msg`This day is over. Choose a later one, or none.`,
  "shares.revoked": msg`This link was revoked and stays so. Make a new one.`,
  "shares.no_upstream": msg`This program was not copied from a link or the library, so there is nothing to compare it with.`,
  "shared.not_found": msg`There is nothing behind this link, or not any more.`,
});

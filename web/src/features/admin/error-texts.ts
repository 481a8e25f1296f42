// The codes of the administration are translated with those of accounts: the command line has both too.
import "@/features/account/error-texts.ts";

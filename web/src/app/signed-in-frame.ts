import { firstPage } from "./lazy-page.tsx";

/** What is around pages of an account; loaded with the first account. */
export const SIGNED_IN = firstPage(() => import("./signed-in.tsx"), "SignedIn");

import type { Upstream } from "./queries.ts";

export type OfferState = "none" | "gone" | "offered" | "dismissed";

interface Known {
  /** The text of the edition that was taken over last. */
  readonly taken_text: string;
  /** The text that was turned down on this device, if one was. */
  readonly dismissed_text: string | null;
}

/** What a copy says about its source. */
export function offerStateOf({ status, kind, text }: Upstream, { taken_text, dismissed_text }: Known): OfferState {
  // A program leaves the library with a release: nobody took it away.
  if (status === "gone") return kind === "share" ? "gone" : "none";
  // An answer from before the update was taken over says "changed" once more.
  if (status === "same" || text === null || text === taken_text) return "none";
  return text === dismissed_text ? "dismissed" : "offered";
}

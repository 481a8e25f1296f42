/** Small facts in one line: "Added: Today · Not used yet". A dot never begins a line. */
export function joinFacts(...facts: readonly (string | null | false)[]): string {
  return facts.filter(Boolean).join("\u00a0· ");
}

/** The token of a mailed link. It stands in the fragment, which browsers send to no server and write to no log. */
export function linkToken(): string | null {
  return new URLSearchParams(location.hash.slice(1)).get("token");
}

/** Where following an edition, or a program of the library, begins. The page belongs to a higher slice. */
export function enrolHref(what: { readonly version_id: string } | { readonly slug: string }): string {
  return "slug" in what ? `/programs/enrol/library/${what.slug}` : `/programs/enrol/${what.version_id}`;
}

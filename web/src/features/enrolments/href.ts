/** Where enrolling in an edition, or in a program of the library, begins. */
export function enrolHref(what: { readonly version_id: string } | { readonly slug: string }): string {
  return "slug" in what ? `/programs/enrol/library/${what.slug}` : `/programs/enrol/${what.version_id}`;
}

export const enrolmentHref = (enrolment_id: string): string => `/enrolments/${enrolment_id}`;

/** The page of an enrolment; where following begins is `enrolHref` of the programs, which lead there. */
export const enrolmentHref = (enrolment_id: string): string => `/enrolments/${enrolment_id}`;

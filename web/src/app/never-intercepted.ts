/**
 * Navigations that always reach the server: its API, its documentation, its probes, the pages of
 * shared links, which are not the app's, and sign-in links: those must be spent by the newest version of the app, and there is no signing in offline.
 */
export const NEVER_INTERCEPTED: readonly RegExp[] = [
  /^\/api(\/|$)/,
  /^\/auth(\/|$)/,
  /^\/docs/,
  /^\/p\//,
  /^\/openapi\.json/,
  /^\/(healthz|readyz|metrics)$/,
];

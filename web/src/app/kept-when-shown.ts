/**
 * Files that installing the app leaves out, by the name of their chunk; the service worker keeps each once
 * it has been shown. They need the server anyway (links, imports, passkeys, proofs) or are opened by few: a
 * tenth of everything for a picture, and the editor of programs.
 */
export const KEPT_WHEN_SHOWN: readonly string[] = [
  "ask-for-proof",
  "confirm-email-page",
  "editor-page",
  "import-detail-page",
  "import-page",
  "muscle-figure",
  "passkey-sign-in",
  "passkeys",
  "share-dialog",
  "shared-page",
  "verify-page",
];

/** How the names of chunks begin that hold pages for which the server is needed (vite.config.ts). */
export const ONLINE_CHUNKS = "online";

/**
/**
 * Files that installing the app leaves out, by how the name of their chunk begins; the service worker keeps
 * each once it has been shown. What is here needs the server anyway or is opened by few: a tenth of everything
 * for a picture, the editor of programs, links, imports, the account, administration, passkeys, and the question
 * whether it is still the same person.
 */
export const KEPT_WHEN_SHOWN: readonly string[] = [
  ONLINE_CHUNKS,
  "ask-for-proof",
  "confirm-email-page",
  "editor-page",
  "editor-words",
  "import-detail-page",
  "import-page",
  "muscle-figure",
  "oidc-button",
  "passkey-sign-in",
  "passkeys",
  "share-dialog",
  "shared-page",
  "slot-dialog",
  "slot-edits",
  "verify-page",
  "webauthn",
];

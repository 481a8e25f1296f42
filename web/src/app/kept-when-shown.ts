/** How the names of chunks begin that hold pages for which the server is needed (vite.config.ts). */
export const ONLINE_CHUNKS = "online";

/**
 * Files that installing the app leaves out, by how the name of their chunk begins; the service worker keeps
 * each once it has been shown. They need the server anyway (account, administration, links, imports, passkeys,
 * proofs) or are opened by few: a tenth of everything for a picture, and the editor of programs.
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

const KEPT = new RegExp(`^/assets/((?:${KEPT_WHEN_SHOWN.join("|")})(?:-[\\w.-]+)?)-[\\w-]{8}\\.(js|css)$`);

/** `editor-page.css` of `/assets/editor-page-1a2b3c4d.css`, whatever the version; undefined for what is not kept. */
export function keptName(path: string): string | undefined {
  const [, stem, ending] = KEPT.exec(path) ?? [];
  return stem && `${stem}.${ending}`;
}

/**
 * Files that installing the app leaves out, by the name of their chunk; the service worker keeps each once
 * it has been shown. What is here needs the server anyway or is opened by few: a tenth of everything for a
 * picture, the editor of programs, links, and the question whether it is still the same person.
 */
export const KEPT_WHEN_SHOWN: readonly string[] = [
  "ask-for-proof",
  "editor-page",
  "editor-words",
  "muscle-figure",
  // Every page whose chunk is named so (vite.config.ts).
  "online",
  "share-dialog",
  "slot-dialog",
  "slot-edits",
  "webauthn",
];

import { defineConfig } from "@lingui/conf";
import { formatter } from "@lingui/format-po";

/** Every slice owns its messages, so that two people adding text never edit the same file. */
export default defineConfig({
  sourceLocale: "en",
  locales: ["en", "de"],
  catalogs: [
    {
      path: "<rootDir>/src/features/{name}/locales/{locale}",
      include: ["<rootDir>/src/features/{name}/"],
      exclude: ["**/features/programs/{editor,builder}/**"],
    },
    // Comes with the editor of programs (its editor-words.ts), not with the words of all pages.
    {
      path: "<rootDir>/src/features/programs/editor/locales/{locale}",
      include: ["<rootDir>/src/features/programs/editor/", "<rootDir>/src/features/programs/builder/"],
    },
    { path: "<rootDir>/src/app/locales/{locale}", include: ["<rootDir>/src/app/"] },
    { path: "<rootDir>/src/ui/locales/{locale}", include: ["<rootDir>/src/ui/"] },
    { path: "<rootDir>/src/i18n/locales/{locale}", include: ["<rootDir>/src/i18n/"] },
  ],
  format: formatter({ lineNumbers: false, origins: true }),
  orderBy: "messageId",
});

import { fileURLToPath } from "node:url";
import { lingui } from "@lingui/vite-plugin";
import react from "@vitejs/plugin-react";
import { defineConfig } from "vitest/config";
import { VitePWA } from "vite-plugin-pwa";
import { precompress } from "./scripts/vite-precompress.ts";
import { preloadFirstView } from "./scripts/vite-preload-first-view.ts";
import { webManifest } from "./scripts/web-manifest.ts";
import { KEPT_WHEN_SHOWN, ONLINE_CHUNKS } from "./src/app/kept-when-shown.ts";

/** The app itself, what both first views show, and all their styles: a second stylesheet would be one more request. */
const START =
  /src\/(main\.tsx|ui\/(logo|field)\.tsx|(ui\/(page|card|segmented|field)|app\/(shell|sync-chip|update-prompt)|features\/(analytics\/home[a-z-]*|auth\/(auth-frame|code-input)))\.module\.css)$|^\0rolldown/;

/** Words that are also among the rest would else be chunks of their own. */
const WORDS = ["en", "de"].flatMap((locale) => [
  { name: `home-${locale}`, test: new RegExp(`i18n/home-${locale}\\.ts$|analytics/locales/${locale}\\.po$`) },
  { name: `sign-in-${locale}`, test: new RegExp(`i18n/sign-in-${locale}\\.ts$|auth/locales/${locale}\\.po$`) },
]);

const source = (path: string) => fileURLToPath(new URL(`./src/${path}`, import.meta.url));

/**
 * Pages that are of no use without the server, with words of their own: their files are told from others by
 * their names. A chunk holds what the same pages need, so none of theirs holds anything of another page alone.
 */
const ONLINE = /src\/features\/(account|admin)\//;
function chunkName({ name, moduleIds }: { readonly name: string; readonly moduleIds: readonly string[] }): string {
  const is_online = moduleIds.some((id) => ONLINE.test(id)) && !name.startsWith(ONLINE_CHUNKS);
  return `assets/${is_online ? `${ONLINE_CHUNKS}-` : ""}[name]-[hash].js`;
}

export default defineConfig({
  resolve: {
    alias: {
      "@": source(""),
      // Dexie's own entry point leads to its ES5 build.
      dexie: "dexie/dist/modern/dexie.min.mjs",
      "use-sync-external-store/shim/index.js": source("lib/use-sync-external-store.ts"),
    },
  },
  plugins: [
    // Before React's own transform: the macros read JSX, which is gone after it.
    lingui({ macroTransform: true }),
    react(),
    preloadFirstView({
      boot: source("app/boot.js"),
      views: {
        home: [source("app/signed-in.tsx"), source("features/analytics/home-page.tsx"), source("db/open.ts")],
        "home-en": [source("i18n/first-en.ts"), source("i18n/home-en.ts")],
        "home-de": [source("i18n/first-de.ts"), source("i18n/home-de.ts")],
        "sign-in": [source("features/auth/sign-in-page.tsx")],
        "sign-in-en": [source("i18n/first-en.ts"), source("i18n/sign-in-en.ts")],
        "sign-in-de": [source("i18n/first-de.ts"), source("i18n/sign-in-de.ts")],
      },
    }),
    VitePWA({
      strategies: "injectManifest",
      srcDir: "src/app",
      filename: "sw.ts",
      registerType: "prompt",
      injectRegister: false,
      includeManifestIcons: false,
      manifest: webManifest,
      injectManifest: {
        globPatterns: ["**/*.{js,css,html,svg,webmanifest}", "assets/inter-latin-wght-*.woff2"],
        globIgnores: KEPT_WHEN_SHOWN.map((name) => `assets/${name}-*.{js,css}`),
        maximumFileSizeToCacheInBytes: 400 * 1024,
      },
    }),
    precompress(),
  ],
  build: {
    target: ["chrome125", "safari18", "firefox128"],
    manifest: true,
    modulePreload: {
      polyfill: false,
      // The names of all chunks of all pages are 2 KiB of noise that no compression shortens. A page that
      // is opened for the first time asks for its parts itself; afterwards all are in the precache. In a gym
      // every moment counts: the parts of the workout screen are still asked for at once.
      resolveDependencies: (page, files, { hostId }) =>
        /assets\/(start|home|sign-in)-/.test(hostId) && !page.includes("workout-screen")
          ? files.filter((file) => file.endsWith(".css"))
          : files,
    },
    assetsInlineLimit: 0,
    reportCompressedSize: false,
    rolldownOptions: {
      output: {
        chunkFileNames: chunkName,
        // The first view in one script and one stylesheet. A browser asks for six files at a time
        // over HTTP/1.1; the seventh waits a whole round trip. The group takes along what its
        // modules import.
        codeSplitting: {
          groups: [
            { name: "start", test: START, priority: 3 },
            { name: "home", test: /app\/signed-in\.tsx$|analytics\/home-page\.tsx$|db\/open\.ts$/, priority: 2 },
            { name: "sign-in", test: /auth\/sign-in-page\.tsx$/, priority: 1 },
            ...WORDS,
            // A stylesheet is called like its chunk.
            { name: `${ONLINE_CHUNKS}-styles`, test: /src\/features\/(account|admin)\/.*\.module\.css$/ },
            { name: "webauthn", test: /node_modules\/@simplewebauthn\// },
            // What the builder and its dialogs have in common, apart from the page around them.
            {
              name: "slot-edits",
              test: /src\/features\/programs\/(model\/(scheme-edits|progressions|places)|builder\/slot-edits|(builder|editor)\/.*\.module\.css)/,
              includeDependenciesRecursively: false,
            },
            // The figure needs these only, not what else the pages that show it have in common.
            { name: "muscle-slugs", test: /src\/features\/exercises\/muscle-(slugs\.ts|map\.module\.css)$/ },
          ],
        },
      },
    },
  },
  server: {
    proxy: {
      "/api": { target: "http://127.0.0.1:8000", ws: true },
      "/openapi.json": "http://127.0.0.1:8000",
      "/p/": "http://127.0.0.1:8000",
    },
    // Tests read the cases that both languages share, and the library as data.
    fs: { allow: [fileURLToPath(new URL("..", import.meta.url))] },
  },
  test: {
    restoreMocks: true,
    projects: [
      {
        extends: true,
        test: { name: "web", environment: "happy-dom", include: ["src/**/*.test.{ts,tsx}"], setupFiles: ["src/test-setup.ts"] },
      },
      { extends: true, test: { name: "scripts", environment: "node", include: ["scripts/**/*.test.ts"] } },
    ],
  },
});

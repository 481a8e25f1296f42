import type { ManifestOptions } from "vite-plugin-pwa";

/** What an installed FitFolio looks like on a home screen. */
export const webManifest: Partial<ManifestOptions> = {
  id: "/",
  name: "FitFolio",
  short_name: "FitFolio",
  description: "Self-hosted strength-training log",
  start_url: "/",
  scope: "/",
  display: "standalone",
  background_color: "#0b0d12",
  theme_color: "#0b0d12",
  categories: ["fitness", "health", "sports"],
  icons: [
    { src: "/icons/icon-192.png", sizes: "192x192", type: "image/png" },
    { src: "/icons/icon-512.png", sizes: "512x512", type: "image/png" },
    { src: "/icons/icon-maskable-512.png", sizes: "512x512", type: "image/png", purpose: "maskable" },
    { src: "/icons/icon.svg", sizes: "any", type: "image/svg+xml" },
  ],
  shortcuts: [
    { name: "Log a workout", url: "/workouts/new" },
    { name: "History", url: "/history" },
  ],
};

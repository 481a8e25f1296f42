import { lazy } from "react";

/** Panels behind a tab, which come when it is opened. */
export const PlayPanel = lazy(() => import("./play-panel.tsx").then((panel) => ({ default: panel.PlayPanel })));
export const VolumePanel = lazy(() => import("./volume-panel.tsx").then((panel) => ({ default: panel.VolumePanel })));

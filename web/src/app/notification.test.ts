import { describe, expect, it } from "vitest";
import { NEVER_INTERCEPTED } from "./never-intercepted.ts";
import { notificationOf, pathOf } from "./notification.ts";

const push = (notification: unknown) => JSON.stringify({ web_push: 8030, notification });

describe("a push", () => {
  it("is shown as it says, and remembers where a tap leads", () => {
    const shown = notificationOf(
      push({ title: "Rest is over", body: "Bench 3", navigate: `${location.origin}/train/w1`, tag: "rest-1" }),
    );
    expect(shown).toMatchObject({ title: "Rest is over", body: "Bench 3", tag: "rest-1", data: { path: "/train/w1" } });
  });

  it("shows something even when it cannot be read", () => {
    for (const text of ["", "nonsense", "null", "[]", push(null), push({ title: 5 })]) {
      expect(notificationOf(text)).toMatchObject({ title: "FitFolio", data: { path: "/train" } });
    }
  });

  it("never leads to another site", () => {
    expect(notificationOf(push({ title: "x", navigate: "https://evil.example/" })).data.path).toBe("/train");
    expect(pathOf({ path: "//evil.example/x" })).toBe("/train");
    expect(pathOf(undefined)).toBe("/train");
  });
});

describe("navigations that the service worker leaves alone", () => {
  const intercepted = (path: string) => !NEVER_INTERCEPTED.some((pattern) => pattern.test(path));

  it("are the server's own addresses and sign-in links", () => {
    for (const path of ["/api/v1/export", "/api", "/docs", "/openapi.json", "/healthz", "/auth/verify"])
      expect(intercepted(path)).toBe(false);
  });

  it("are not pages of the app", () => {
    for (const path of ["/", "/train", "/workouts/1", "/sign-in"]) expect(intercepted(path)).toBe(true);
  });
});

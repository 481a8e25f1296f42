import { screen } from "@testing-library/react";
import { Suspense } from "react";
import { describe, expect, it } from "vitest";
import { renderInApp } from "@/test-render.tsx";
import { firstPage } from "./lazy-page.tsx";
import { findRoute } from "./routes.ts";

const module_of_page = { Page: () => <p>the page</p> };
const load = () => Promise.resolve(module_of_page);

describe("firstPage", () => {
  it("paints a preloaded page at once, without the fallback", async () => {
    const page = firstPage(load, "Page");
    await page.preload();
    renderInApp(<Suspense fallback="wait">{<page.Component />}</Suspense>);
    expect(screen.getByText("the page")).toBeTruthy();
  });

  it("shows the fallback while a page is loading", async () => {
    const page = firstPage(load, "Page");
    renderInApp(<Suspense fallback="wait">{<page.Component />}</Suspense>);
    expect(screen.getByText("wait")).toBeTruthy();
    expect(await screen.findByText("the page")).toBeTruthy();
  });

  it("does not fail when preloading does", async () => {
    await expect(firstPage(() => Promise.reject(new Error("offline")), "Page").preload()).resolves.toBeUndefined();
  });
});

describe("findRoute", () => {
  it.each([
    ["/", "/"],
    ["/workouts/new", "/workouts/new"],
    ["/workouts/0190", "/workouts/:id"],
    ["/history/calendar", "/history/calendar"],
    ["/history/", "/history"],
  ])("leads %s to %s", (path, route) => {
    expect(findRoute(path)?.path).toBe(route);
  });

  it("knows no route for a path of nobody", () => {
    expect(findRoute("/workouts/0190/more")).toBeUndefined();
  });
});

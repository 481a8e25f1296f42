import { screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { UNREACHABLE, type ApiError } from "@/api/problem.ts";
import { markPagesStale } from "@/db/changes.ts";
import { currentDb, deleteCurrentDb } from "@/db/current.ts";
import { openDb } from "@/db/open.ts";
import { err, ok, type Result } from "@/lib/result.ts";
import { renderInApp } from "@/test-render.tsx";
import { loadPage, usePage } from "./use-page.ts";

let answers: Result<string, ApiError>[] = [];
let asked = 0;

async function fetcher(): Promise<Result<string, ApiError>> {
  asked += 1;
  const answer = answers.shift() ?? err(UNREACHABLE);
  // No server answers sooner than the local database does.
  await new Promise((resolve) => setTimeout(resolve, 20));
  return answer;
}

function Home() {
  const page = usePage("home", fetcher);
  if (page.status === "loading") return <p>loading</p>;
  if (page.status === "failed") return <button onClick={page.refresh}>failed {page.error.code}</button>;
  return (
    <p>
      {page.data}
      {page.stale ? " stale" : ""}
      {page.error ? ` ${page.error.code}` : ""}
    </p>
  );
}

beforeEach(() => {
  openDb(`page-${crypto.randomUUID()}`);
  answers = [];
  asked = 0;
});
afterEach(() => deleteCurrentDb());

describe("usePage", () => {
  it("shows the stored copy at once and the new one when it has come", async () => {
    await currentDb().pages.put({ key: "home", data: "old", fetched_at_ms: 0, stale: false });
    answers = [ok("new")];
    renderInApp(<Home />);
    expect(await screen.findByText("old")).toBeTruthy();
    expect(await screen.findByText("new")).toBeTruthy();
    expect((await currentDb().pages.get("home"))?.data).toBe("new");
  });

  it("keeps the stored copy when the server cannot be reached, and says so", async () => {
    await currentDb().pages.put({ key: "home", data: "old", fetched_at_ms: 0, stale: true });
    renderInApp(<Home />);
    expect(await screen.findByText("old stale network.unreachable")).toBeTruthy();
  });

  it("fails only when there is no copy, and tries again on request", async () => {
    renderInApp(<Home />);
    const retry = await screen.findByRole("button", { name: "failed network.unreachable" });
    answers = [ok("there")];
    await userEvent.click(retry);
    expect(await screen.findByText("there")).toBeTruthy();
    expect(asked).toBe(2);
  });

  it("paints a copy that was read ahead at once, without loading", async () => {
    await currentDb().pages.put({ key: "home", data: "at hand", fetched_at_ms: Date.now(), stale: false });
    await loadPage("home", fetcher);
    renderInApp(<Home />);
    expect(screen.getByText("at hand")).toBeTruthy();
    expect(asked).toBe(0);
  });

  it("fetches ahead what this device has no copy of", async () => {
    answers = [ok("fetched")];
    await loadPage("home", fetcher);
    renderInApp(<Home />);
    expect(screen.getByText("fetched")).toBeTruthy();
    expect(asked).toBe(1);
  });

  it("fetches again when a write has made the copy stale", async () => {
    answers = [ok("before"), ok("after")];
    renderInApp(<Home />);
    expect(await screen.findByText("before")).toBeTruthy();
    await markPagesStale(currentDb());
    expect(await screen.findByText("after")).toBeTruthy();
    expect(asked).toBe(2);
  });

  it("asks once for two components that show the same page", async () => {
    answers = [ok("one"), ok("two")];
    renderInApp(
      <>
        <Home />
        <Home />
      </>,
    );
    await waitFor(() => expect(screen.getAllByText("one")).toHaveLength(2));
    expect(asked).toBe(1);
  });
});

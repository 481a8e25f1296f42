import { act, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { UNREACHABLE, type ApiError } from "@/api/problem.ts";
import { err, ok, type Result } from "@/lib/result.ts";
import { INITIAL_STATUS, syncStatus, updateStatus } from "@/sync/status.ts";
import { renderInApp } from "@/test-render.tsx";
import { useRemote } from "./use-remote.ts";

type Answer = Result<string, ApiError>;
let answers: (Answer | Promise<Answer>)[] = [];

async function fetcher(): Promise<Answer> {
  return answers.shift() ?? err(UNREACHABLE);
}

function Devices() {
  const devices = useRemote(fetcher);
  if (devices.status === "loading") return <p>loading</p>;
  if (devices.status === "failed") return <p>failed {devices.error.code}</p>;
  return (
    <button onClick={devices.refresh}>
      {devices.data} {devices.error?.code}
    </button>
  );
}

beforeEach(() => {
  answers = [];
});
afterEach(() => syncStatus.set(INITIAL_STATUS));

describe("useRemote", () => {
  it("keeps what it shows when a later answer fails, and says why", async () => {
    answers = [ok("two devices")];
    renderInApp(<Devices />);
    await userEvent.click(await screen.findByRole("button", { name: "two devices" }));
    expect(await screen.findByText("two devices network.unreachable")).toBeTruthy();
  });

  it("asks again by itself when a connection has come back", async () => {
    renderInApp(<Devices />);
    expect(await screen.findByText("failed network.unreachable")).toBeTruthy();
    answers = [ok("there")];
    act(() => updateStatus({ synced_at_ms: 1 }));
    expect(await screen.findByText("there")).toBeTruthy();
  });

  it("asks again when somebody comes back from the mailbox in another tab", async () => {
    answers = [ok("waiting"), ok("confirmed")];
    renderInApp(<Devices />);
    expect(await screen.findByText("waiting")).toBeTruthy();
    act(() => void document.dispatchEvent(new Event("visibilitychange")));
    expect(await screen.findByText("confirmed")).toBeTruthy();
  });

  it("does not let a late answer replace a newer one", async () => {
    const late = Promise.withResolvers<Answer>();
    answers = [late.promise, ok("new")];
    renderInApp(<Devices />);
    act(() => void document.dispatchEvent(new Event("visibilitychange")));
    expect(await screen.findByText("new")).toBeTruthy();
    await act(async () => late.resolve(ok("old")));
    expect(screen.getByText("new")).toBeTruthy();
  });
});

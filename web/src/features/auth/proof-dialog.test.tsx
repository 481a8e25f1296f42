import { screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { askForProof } from "./ask-for-proof.tsx";

/** What the server was asked, and what it answers by path; the rest is 204. */
const asked: string[] = [];
const answers = new Map<string, { readonly status: number; readonly body: unknown }>();

beforeEach(() => {
  asked.length = 0;
  answers.clear();
  answers.set("/api/v1/auth/config", { status: 200, body: { delivery: "mail", passkeys: false } });
  answers.set("/api/v1/auth/proof/start", { status: 200, body: { delivery: "mail" } });
  vi.stubGlobal("fetch", async (request: Request) => {
    const { pathname } = new URL(request.url);
    asked.push(`${pathname} ${request.method === "POST" ? await request.text() : ""}`.trim());
    const { status, body } = answers.get(pathname) ?? { status: 200, body: {} };
    return new Response(JSON.stringify(body), { status });
  });
  vi.stubGlobal("IS_REACT_ACT_ENVIRONMENT", false);
});
afterEach(() => vi.unstubAllGlobals());

/** A page with a button that has the focus, as whoever pressed it left it. */
function pageWithButton(): HTMLButtonElement {
  const button = document.createElement("button");
  document.body.replaceChildren(button);
  button.focus();
  return button;
}

describe("the proof dialog", () => {
  it("mails a code, takes it by keyboard alone, and gives the focus back", async () => {
    const opener = pageWithButton();
    const proof = askForProof();
    await screen.findByRole("dialog", { name: "Is it you?" });
    const mail = await screen.findByRole("button", { name: "Mail me a code" });
    await vi.waitFor(() => expect(document.activeElement).toBe(mail));
    expect(asked).not.toContain("/api/v1/auth/proof/start");
    await userEvent.keyboard("{Enter}");
    const boxes = await screen.findByLabelText("Six-digit code");
    await vi.waitFor(() => expect(document.activeElement).toBe(boxes));
    await userEvent.keyboard("123456");
    expect(await proof).toBe(true);
    expect(asked).toContain('/api/v1/auth/proof/verify {"code":"123456"}');
    expect(screen.queryByRole("dialog")).toBeNull();
    expect(document.activeElement).toBe(opener);
  });

  it("says what is wrong with a code and takes another", async () => {
    pageWithButton();
    answers.set("/api/v1/auth/proof/verify", { status: 400, body: { code: "auth.invalid_token", detail: "No." } });
    const proof = askForProof();
    await userEvent.click(await screen.findByRole("button", { name: "Mail me a code" }));
    await userEvent.type(await screen.findByLabelText("Six-digit code"), "000000");
    await screen.findByText("The link or code is wrong, has been used, or is too old.");
    answers.delete("/api/v1/auth/proof/verify");
    await userEvent.type(screen.getByLabelText("Six-digit code"), "123456");
    expect(await proof).toBe(true);
  });

  it("proves nothing when it is closed", async () => {
    pageWithButton();
    const proof = askForProof();
    await userEvent.click(await screen.findByRole("button", { name: "Close" }));
    expect(await proof).toBe(false);
  });

  it("says why it cannot ask, for one who is offline", async () => {
    pageWithButton();
    vi.stubGlobal("fetch", () => Promise.reject(new TypeError("Failed to fetch")));
    const proof = askForProof();
    await screen.findByText("The server cannot be reached.", { exact: false });
    await userEvent.click(screen.getByRole("button", { name: "Close" }));
    expect(await proof).toBe(false);
  });
});

import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { api, onProofRequired, toResult } from "./client.ts";

const PATH = "/api/v1/auth/webauthn/register/start";
const ENOUGH = { options: {}, challenge_id: "1" };

let proven = false;
let sent = 0;

/** A server that wants a proof before it does anything. */
function answer(): Response {
  sent += 1;
  const body = proven ? ENOUGH : { code: "auth.proof_required", detail: "Prove it." };
  return new Response(JSON.stringify(body), { status: proven ? 200 : 403 });
}

beforeEach(() => {
  proven = false;
  sent = 0;
  vi.stubGlobal("fetch", () => Promise.resolve(answer()));
});
afterEach(() => vi.unstubAllGlobals());

/** A dialog that a test answers when it likes. */
function askOnce() {
  const { promise, resolve } = Promise.withResolvers<boolean>();
  const prover = vi.fn<() => Promise<boolean>>(() => promise);
  onProofRequired(prover);
  const done = (is_proven: boolean) => {
    proven = is_proven;
    resolve(is_proven);
  };
  return { prover, done };
}

describe("an act that needs a proof", () => {
  it("is sent once more after the proof, and its answer is the caller's", async () => {
    const { prover, done } = askOnce();
    const result = toResult(api.POST(PATH));
    await vi.waitFor(() => expect(prover).toHaveBeenCalledTimes(1));
    done(true);
    expect(await result).toEqual({ ok: true, value: ENOUGH });
    expect(sent).toBe(2);
  });

  it("asks once for requests that come to it together", async () => {
    const { prover, done } = askOnce();
    const results = Promise.all([toResult(api.POST(PATH)), toResult(api.GET("/api/v1/auth/tokens")), toResult(api.POST(PATH))]);
    await vi.waitFor(() => expect(sent).toBe(3));
    done(true);
    expect((await results).map(({ ok }) => ok)).toEqual([true, true, true]);
    expect(prover).toHaveBeenCalledTimes(1);
    expect(sent).toBe(6);
  });

  it("is not asked again for a request that was on its way when the proof was given", async () => {
    const { prover, done } = askOnce();
    const late = Promise.withResolvers<Response>();
    const first = toResult(api.POST(PATH));
    await vi.waitFor(() => expect(prover).toHaveBeenCalledTimes(1));
    const refused = answer();
    vi.stubGlobal("fetch", () => late.promise);
    const second = toResult(api.POST(PATH));
    vi.stubGlobal("fetch", () => Promise.resolve(answer()));
    done(true);
    await first;
    late.resolve(refused);
    expect((await second).ok).toBe(true);
    expect(prover).toHaveBeenCalledTimes(1);
  });

  it("gives the refusal back when nobody proves anything, and asks anew the next time", async () => {
    const { prover, done } = askOnce();
    const result = toResult(api.POST(PATH));
    await vi.waitFor(() => expect(prover).toHaveBeenCalledTimes(1));
    done(false);
    expect(await result).toMatchObject({ ok: false, error: { code: "auth.proof_required", status: 403 } });
    expect(sent).toBe(1);
    await toResult(api.POST(PATH));
    expect(prover).toHaveBeenCalledTimes(2);
  });

  it("gives the refusal back when the dialog cannot be loaded, and after a proof that the server does not take", async () => {
    onProofRequired(() => Promise.reject(new TypeError("Failed to fetch dynamically imported module")));
    expect(await toResult(api.POST(PATH))).toMatchObject({ ok: false, error: { code: "auth.proof_required" } });
    onProofRequired(() => Promise.resolve(true));
    expect(await toResult(api.POST(PATH))).toMatchObject({ ok: false, error: { code: "auth.proof_required" } });
    expect(sent).toBe(3);
  });

  it("does not ask for other refusals", async () => {
    const { prover } = askOnce();
    vi.stubGlobal("fetch", () => Promise.resolve(new Response('{"code":"auth.admin_required"}', { status: 403 })));
    expect(await toResult(api.POST(PATH))).toMatchObject({ ok: false, error: { code: "auth.admin_required" } });
    expect(prover).not.toHaveBeenCalled();
  });
});

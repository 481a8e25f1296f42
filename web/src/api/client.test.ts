import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { api, onSignedOut, toResult } from "./client.ts";

const requests: Request[] = [];

function answer(status: number, body: unknown, type = "application/json"): void {
  const text = typeof body === "string" ? body : JSON.stringify(body);
  vi.stubGlobal("fetch", (request: Request) => {
    requests.push(request);
    return Promise.resolve(new Response(text, { status, headers: { "Content-Type": type } }));
  });
}

beforeEach(() => {
  requests.length = 0;
  document.cookie = "csrf_token=abc123; path=/";
});
afterEach(() => vi.unstubAllGlobals());

describe("the client", () => {
  it("proves its origin on every change and on no read", async () => {
    answer(200, {});
    await api.GET("/api/v1/auth/config");
    await api.PATCH("/api/v1/auth/me", { body: { weight_unit: "lb" } });
    expect(requests[0]?.headers.get("X-CSRF-Token")).toBeNull();
    expect(requests[1]?.headers.get("X-CSRF-Token")).toBe("abc123");
    expect(await requests[1]?.json()).toEqual({ weight_unit: "lb" });
  });

  it("fills path and query in, and leaves out what is undefined", async () => {
    answer(200, {});
    await api.GET("/api/v1/sync", { params: { query: { since: 7, limit: 200 } } });
    expect(new URL(requests[0]?.url ?? "").search).toBe("?since=7&limit=200");
  });

  it("gives the answer as a value", async () => {
    answer(200, { delivery: "console", first_account: true, version: "1" });
    const result = await toResult(api.GET("/api/v1/auth/config"));
    expect(result).toEqual({ ok: true, value: { delivery: "console", first_account: true, version: "1" } });
  });

  it("gives a problem document as an error with its code", async () => {
    answer(429, { code: "request.rate_limited", detail: "Slow down.", retry_after_s: 12 });
    const result = await toResult(api.GET("/api/v1/auth/me"));
    expect(result).toEqual({
      ok: false,
      error: { code: "request.rate_limited", status: 429, detail: "Slow down.", retry_after_s: 12 },
    });
  });

  it("judges a proxy's failure page by its status", async () => {
    answer(502, "<html>Bad gateway</html>", "text/html");
    expect(await toResult(api.GET("/api/v1/auth/me"))).toMatchObject({ ok: false, error: { code: "server.busy", status: 502 } });
    answer(413, "<html>Too large</html>", "text/html");
    expect(await toResult(api.GET("/api/v1/auth/me"))).toMatchObject({ ok: false, error: { code: "request.too_large" } });
  });

  it("takes a lost connection and a captive portal's page for an unreachable server", async () => {
    answer(200, "<html>Pay for the hotel's network</html>", "text/html");
    expect(await toResult(api.GET("/api/v1/auth/me"))).toMatchObject({ ok: false, error: { code: "network.unreachable" } });
    vi.stubGlobal("fetch", () => Promise.reject(new TypeError("Failed to fetch")));
    expect(await toResult(api.GET("/api/v1/auth/me"))).toMatchObject({
      ok: false,
      error: { code: "network.unreachable", status: 0 },
    });
  });

  it("tells once per answer that nobody is signed in", async () => {
    answer(401, { code: "auth.required", detail: "x" });
    const listener = vi.fn<() => void>();
    const stop = onSignedOut(listener);
    await toResult(api.GET("/api/v1/auth/me"));
    stop();
    await toResult(api.GET("/api/v1/auth/me"));
    expect(listener).toHaveBeenCalledTimes(1);
  });
});

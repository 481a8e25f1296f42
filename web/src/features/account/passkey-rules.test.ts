import { describe, expect, it } from "vitest";
import { needsSecond, passkeyFailure, passkeyObstacle } from "./passkey-rules.ts";

const HERE = { possible: true, rp_id: "gym.example.org", hostname: "gym.example.org", supported: true };

describe("passkeyObstacle", () => {
  it("finds none where server, address and browser agree, below the name too", () => {
    expect(passkeyObstacle(HERE)).toBeNull();
    expect(passkeyObstacle({ ...HERE, hostname: "www.gym.example.org" })).toBeNull();
  });

  it("names the server first: no other browser would help", () => {
    expect(passkeyObstacle({ ...HERE, possible: false, hostname: "192.168.1.4", supported: false })).toBe("server");
  });

  it("names the address before the browser, which hides passkeys on addresses without https", () => {
    expect(passkeyObstacle({ ...HERE, hostname: "192.168.1.4", supported: false })).toBe("host_name");
    expect(passkeyObstacle({ ...HERE, hostname: "evilgym.example.org" })).toBe("host_name");
    expect(passkeyObstacle({ ...HERE, supported: false })).toBe("browser");
  });
});

describe("needsSecond", () => {
  it("warns of a single passkey that has no copy, and of nothing else", () => {
    const [kept, lone] = [{ backup_state: true }, { backup_state: false }];
    expect([[], [kept], [lone], [lone, lone], [lone, kept]].map(needsSecond)).toEqual([false, false, true, false, false]);
  });
});

describe("passkeyFailure", () => {
  it("tells what is registered already and what was cancelled from what failed", () => {
    const named = (name: string) => Object.assign(new Error("x"), { name });
    expect(passkeyFailure(named("InvalidStateError"))).toBe("passkeys.exists");
    expect(passkeyFailure(named("NotAllowedError"))).toBe("device.passkey_cancelled");
    expect(passkeyFailure(named("AbortError"))).toBe("device.passkey_cancelled");
    expect(passkeyFailure(named("UnknownError"))).toBe("device.passkey_failed");
    expect(passkeyFailure("a string")).toBe("device.passkey_failed");
  });
});

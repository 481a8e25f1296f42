import { describe, expect, it } from "vitest";
import { deviceParts } from "./device-words.ts";

describe("deviceParts", () => {
  it("takes the server's name for a device apart", () => {
    expect(deviceParts("Firefox on Windows")).toEqual({ browser: "Firefox", system: "Windows", kind: "computer" });
    expect(deviceParts("Samsung Internet on Android")).toEqual({ browser: "Samsung Internet", system: "Android", kind: "phone" });
    expect(deviceParts("Safari on iPad").kind).toBe("phone");
  });

  it("leaves open what is not known", () => {
    expect(deviceParts("")).toEqual({ browser: "", system: "", kind: "unknown" });
    expect(deviceParts("Linux")).toEqual({ browser: "Linux", system: "", kind: "unknown" });
    expect(deviceParts("curl").kind).toBe("script");
  });
});

import { describe, expect, it } from "vitest";
import { keptName } from "./kept-when-shown.ts";

describe("keptName", () => {
  it("is the same for two versions of a file, and another for another file", () => {
    expect(keptName("/assets/editor-page-1a2b3c4d.css")).toBe("editor-page.css");
    expect(keptName("/assets/editor-page-Zz-_9xYw.css")).toBe("editor-page.css");
    expect(keptName("/assets/editor-page-1a2b3c4d.js")).toBe("editor-page.js");
  });

  it("tells pages that need the server apart: one does not take the place of another", () => {
    expect(keptName("/assets/online-tokens-page-D9C-UlX1.js")).toBe("online-tokens-page.js");
    expect(keptName("/assets/online-security-page-ikyi1SIb.js")).toBe("online-security-page.js");
  });

  it("leaves alone what is installed with the app, and other paths", () => {
    expect(keptName("/assets/first-view-Ca4LoJDk.js")).toBeUndefined();
    expect(keptName("/assets/online-tokens-page-D9C-UlX1.js.br")).toBeUndefined();
    expect(keptName("/api/v1/assets/editor-page-1a2b3c4d.js")).toBeUndefined();
  });
});

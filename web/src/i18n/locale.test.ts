import { describe, expect, it } from "vitest";
import { updatePreferences } from "@/lib/preferences.ts";
import { intlLocale, preferredLocale } from "./locale.ts";

describe("the language", () => {
  it("is the first of the browser's that we speak, else English", () => {
    expect(preferredLocale(["fr-FR", "de-AT", "en"])).toBe("de");
    expect(preferredLocale(["fr-FR"])).toBe("en");
    expect(preferredLocale([])).toBe("en");
  });

  it("is the chosen one, whatever the browser asks for", () => {
    updatePreferences({ language: "de" });
    expect(preferredLocale(["en-US"])).toBe("de");
    updatePreferences({ language: null });
  });

  it("formats dates in the regional variant the browser asks for", () => {
    expect(intlLocale("en", ["de-DE", "en-GB", "en-US"])).toBe("en-GB");
    expect(intlLocale("de", ["en-US"])).toBe("de");
  });
});

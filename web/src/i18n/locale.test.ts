import { i18n } from "@lingui/core";
import { describe, expect, it } from "vitest";
import { updatePreferences } from "@/lib/preferences.ts";
import { activateLocale, chooseLocale, intlLocale, loadWords, preferredLocale } from "./locale.ts";

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

describe("the words", () => {
  it("that a page brings of its own stay when the language changes and hold back none of the others", async () => {
    await activateLocale("de");
    const first = Object.keys(i18n.messages).length;
    const id = "own";
    i18n.load({ de: { [id]: "eigenes" }, en: { [id]: "own" } });
    const rest = await import("./rest-de.ts");
    const some = Object.keys(Object.values(rest.catalogues)[0] as object)[0] ?? "";
    i18n.load("de", { [some]: "on a page of its own too" });
    await loadWords("rest");
    expect(Object.keys(i18n.messages).length).toBeGreaterThan(first + 100);
    await chooseLocale("en");
    expect(i18n._(id)).toBe("own");
    await chooseLocale("de");
    expect(i18n._(id)).toBe("eigenes");
    updatePreferences({ language: null });
    await activateLocale("en");
  });
});

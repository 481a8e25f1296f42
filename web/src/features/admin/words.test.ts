import { i18n } from "@lingui/core";
import { describe, expect, it } from "vitest";
import { chooseLocale } from "@/i18n/locale.ts";
import { eventName } from "./event-text.ts";
import { loadWords } from "./words.ts";

describe("the words of the administration", () => {
  it("are there in the chosen language, and stay when another is chosen", async () => {
    await chooseLocale("de");
    loadWords();
    expect(eventName("logout")).toBe("Abgemeldet");
    await chooseLocale("en");
    expect(eventName("logout")).toBe("Signed out");
    await chooseLocale("de");
    expect(eventName("logout")).toBe("Abgemeldet");
    expect(i18n.locale).toBe("de");
  });
});

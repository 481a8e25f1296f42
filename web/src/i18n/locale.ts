import { i18n } from "@lingui/core";
import { findPreferences, updatePreferences } from "@/lib/preferences.ts";

export const LOCALES = ["en", "de"] as const;
export type Locale = (typeof LOCALES)[number];

/** The languages' own names, in their own language: never translated. */
export const LOCALE_NAMES: Readonly<Record<Locale, string>> = { en: "English", de: "Deutsch" };

const loaders: Readonly<Record<Locale, () => Promise<{ messages: typeof i18n.messages }>>> = {
  en: () => import("./messages-en.ts"),
  de: () => import("./messages-de.ts"),
};

/** The chosen language, else the first of the browser's that we speak, else English. */
export function preferredLocale(languages: readonly string[] = navigator.languages): Locale {
  const chosen = findPreferences().language;
  const wanted = [chosen, ...languages].map((language) => language?.slice(0, 2).toLowerCase());
  return wanted.find((language): language is Locale => LOCALES.some((locale) => locale === language)) ?? "en";
}

/** Load a catalogue and make it the language of the interface. */
export async function activateLocale(locale: Locale): Promise<void> {
  const { messages } = await loaders[locale]();
  i18n.loadAndActivate({ locale, messages });
  document.documentElement.lang = locale;
}

/** Change the language and remember it on this device. */
export async function chooseLocale(locale: Locale): Promise<void> {
  updatePreferences({ language: locale });
  await activateLocale(locale);
}

/** The `Intl` locale for dates and numbers: the regional variant the browser asks for (en-GB), if it fits. */
export function intlLocale(locale: string, languages: readonly string[] = navigator.languages): string {
  return languages.find((language) => language.slice(0, 2).toLowerCase() === locale) ?? locale;
}

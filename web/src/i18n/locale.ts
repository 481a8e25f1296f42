import { i18n, type Messages } from "@lingui/core";
import { findPreferences, updatePreferences } from "@/lib/preferences.ts";

export const LOCALES = ["en", "de"] as const;
export type Locale = (typeof LOCALES)[number];

/** The languages' own names, in their own language: never translated. */
export const LOCALE_NAMES: Readonly<Record<Locale, string>> = { en: "English", de: "Deutsch" };

type Load = () => Promise<{ catalogues: Readonly<Record<string, unknown>> }>;

/** Two chunks per language, so that the first view does not wait for words it does not show. */
const catalogues: Readonly<Record<Locale, { first: Load; rest: Load }>> = {
  en: { first: () => import("./first-en.ts"), rest: () => import("./rest-en.ts") },
  de: { first: () => import("./first-de.ts"), rest: () => import("./rest-de.ts") },
};

/** The chosen language, else the first of the browser's that we speak, else English. */
export function preferredLocale(languages: readonly string[] = navigator.languages): Locale {
  const chosen = findPreferences().language;
  const wanted = [chosen, ...languages].map((language) => language?.slice(0, 2).toLowerCase());
  return wanted.find((language): language is Locale => isLocale(language)) ?? "en";
}

/** Load the words of the first view and make this the language of the interface. */
export async function activateLocale(locale: Locale): Promise<void> {
  i18n.load(locale, await loadMessages(catalogues[locale].first));
  i18n.activate(locale);
  document.documentElement.lang = locale;
}

/** Languages whose words are all there. Pages that bring their own words add them to either. */
const complete = new Set<Locale>();

/** Load the words of all other pages, in the current language; cheap when they are there already. */
export async function loadRestOfMessages(): Promise<void> {
  const { locale } = i18n;
  if (!isLocale(locale) || complete.has(locale)) return;
  i18n.load(locale, await loadMessages(catalogues[locale].rest));
  complete.add(locale);
}

/** Change the language and remember it on this device. */
export async function chooseLocale(locale: Locale): Promise<void> {
  updatePreferences({ language: locale });
  const [first, rest] = await Promise.all([loadMessages(catalogues[locale].first), loadMessages(catalogues[locale].rest)]);
  i18n.load(locale, { ...first, ...rest });
  complete.add(locale);
  i18n.activate(locale);
  document.documentElement.lang = locale;
}

/** The `Intl` locale for dates and numbers: the regional variant the browser asks for (en-GB), if it fits. */
export function intlLocale(locale: string, languages: readonly string[] = navigator.languages): string {
  return languages.find((language) => language.slice(0, 2).toLowerCase() === locale) ?? locale;
}

/** Message ids are hashes of the text: the same words in two slices are the same message. */
async function loadMessages(load: Load): Promise<Messages> {
  const { catalogues: by_slice } = await load();
  return Object.assign({}, ...Object.values(by_slice)) as Messages;
}

function isLocale(language: string | undefined): language is Locale {
  return LOCALES.some((locale) => locale === language);
}

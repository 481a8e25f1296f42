import { i18n, type Messages } from "@lingui/core";
import { findPreferences, updatePreferences } from "@/lib/preferences.ts";

export const LOCALES = ["en", "de"] as const;
export type Locale = (typeof LOCALES)[number];

/** The languages' own names, in their own language: never translated. */
export const LOCALE_NAMES: Readonly<Record<Locale, string>> = { en: "English", de: "Deutsch" };

type Load = () => Promise<{ catalogues: Readonly<Record<string, unknown>> }>;

/** Chunks of words, so that a first view does not wait for those it does not show. */
export type Words = "first" | "home" | "sign_in" | "rest";

const chunks: Readonly<Record<Locale, Readonly<Record<Words, Load>>>> = {
  en: {
    first: () => import("./first-en.ts"),
    home: () => import("./home-en.ts"),
    sign_in: () => import("./sign-in-en.ts"),
    rest: () => import("./rest-en.ts"),
  },
  de: {
    first: () => import("./first-de.ts"),
    home: () => import("./home-de.ts"),
    sign_in: () => import("./sign-in-de.ts"),
    rest: () => import("./rest-de.ts"),
  },
};

/** What has been asked for so far; another language needs the same. */
const wanted = new Set<Words>(["first"]);
const loaded = new Set<string>();
let current: Locale = "en";

/** The chosen language, else the first of the browser's that we speak, else English. */
export function preferredLocale(languages: readonly string[] = navigator.languages): Locale {
  const chosen = findPreferences().language;
  const spoken = [chosen, ...languages].map((language) => language?.slice(0, 2).toLowerCase());
  return spoken.find((language): language is Locale => isLocale(language)) ?? "en";
}

/** Make this the language of the interface, with all words that pages have asked for. */
export async function activateLocale(locale: Locale): Promise<void> {
  current = locale;
  await Promise.all([...wanted].map((words) => loadInto(locale, words)));
  i18n.activate(locale);
  document.documentElement.lang = locale;
}

/** Load what a page says, in the current language; cheap when it is there already. */
export async function loadWords(words: Words): Promise<void> {
  wanted.add(words);
  await loadInto(current, words);
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

/** Message ids are hashes of the text: the same words in two slices are the same message. */
async function loadInto(locale: Locale, words: Words): Promise<void> {
  const { catalogues } = await chunks[locale][words]();
  const messages = Object.assign({}, ...Object.values(catalogues)) as Messages;
  // Loading repaints everything that shows words.
  if (!loaded.has(`${locale}-${words}`)) i18n.load(locale, messages);
  loaded.add(`${locale}-${words}`);
}

function isLocale(language: string | undefined): language is Locale {
  return LOCALES.some((locale) => locale === language);
}

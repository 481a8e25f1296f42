import type { MessageDescriptor } from "@lingui/core";
import { msg } from "@lingui/core/macro";

interface AppGuide {
  /** A product's name; the same in every language. */
  readonly name: string;
  /** Where the app hides its export, and which file comes out. */
  readonly how: MessageDescriptor;
}

const SETTINGS_EXPORT_CSV = msg`In the app: Settings → Export. A CSV file comes out.`;

/** The apps people come from. Menus move between versions; the words to look for stay. */
export const APP_GUIDES: readonly AppGuide[] = [
  { name: "Strong", how: msg`In the app: Settings → Export Data. Every layout since 2015 is read, in any language.` },
  {
    name: "Hevy",
    how: msg`In the app: Settings → Export & Import Data → Export Workouts. Export Measurements gives a second file for your body weight.`,
  },
  {
    name: "FitNotes",
    how: msg`In the app: Settings → Spreadsheet Export for a CSV, or Backup for the .fitnotes file. Both are read.`,
  },
  { name: "Fitbod", how: msg`In the app: Log → Settings → Export Workout Data. A CSV file comes out.` },
  { name: "JEFIT", how: msg`On the website: your account page → Export Data. One text file comes out; drop it as it is.` },
  { name: "Liftosaur", how: msg`In the app: Settings → Export history to CSV, or Export data to JSON.` },
  { name: "LiftLog", how: msg`In the app: Settings → Export → Plain text, or Backup. The backup holds more.` },
  { name: "GymBook", how: SETTINGS_EXPORT_CSV },
  { name: "Alpha Progression", how: SETTINGS_EXPORT_CSV },
  { name: "StrongLifts 5×5", how: msg`In the app: Settings → Export data. The CSV and the older spreadsheet are both read.` },
  { name: "RepCount", how: SETTINGS_EXPORT_CSV },
  { name: "Boostcamp", how: msg`In the app: Profile → Export. A CSV file comes out.` },
  { name: "Gravitus", how: msg`Ask for your account data in the app's settings; drop the CSV file that arrives.` },
  {
    name: "Garmin",
    how: msg`On Garmin Connect: open the strength activity → the gear → Export original. Unpack the archive and drop the FIT file.`,
  },
  { name: "FitFolio", how: msg`More → Export → Everything. The file brings a whole account back.` },
];

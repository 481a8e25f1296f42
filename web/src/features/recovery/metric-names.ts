import type { I18n, MessageDescriptor } from "@lingui/core";
import { msg } from "@lingui/core/macro";

const NAMES: Readonly<Record<string, MessageDescriptor>> = {
  weight: msg`Body weight`,
  body_fat: msg`Body fat`,
  lean_mass: msg`Lean mass`,
  neck: msg({ message: "Neck", context: "body measure" }),
  shoulders: msg({ message: "Shoulders", context: "body measure" }),
  chest: msg({ message: "Chest", context: "body measure" }),
  left_biceps: msg`Left upper arm`,
  right_biceps: msg`Right upper arm`,
  left_forearm: msg`Left forearm`,
  right_forearm: msg`Right forearm`,
  abdomen: msg`Abdomen`,
  waist: msg`Waist`,
  hips: msg`Hips`,
  left_thigh: msg`Left thigh`,
  right_thigh: msg`Right thigh`,
  left_calf: msg`Left calf`,
  right_calf: msg`Right calf`,
};

const CUSTOM_PREFIX = "custom:";

/** What a metric is called; an imported one keeps the words of its file. */
export function metricName(key: string, i18n: I18n): string {
  const name = NAMES[key];
  if (name) return i18n._(name);
  const words = key.replace(CUSTOM_PREFIX, "").replaceAll("_", " ");
  return words.charAt(0).toUpperCase() + words.slice(1);
}

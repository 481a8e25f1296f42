import type { MessageDescriptor } from "@lingui/core";
import { msg } from "@lingui/core/macro";
import { useLingui } from "@lingui/react/macro";

/** Words that programs use for goal and level; any other word is shown as it is written. */
const TERMS: Readonly<Record<string, MessageDescriptor>> = {
  beginner: msg`Beginner`,
  intermediate: msg`Intermediate`,
  advanced: msg`Advanced`,
  strength: msg`Strength`,
  size: msg`Size`,
  "strength and size": msg`Strength and size`,
};

export function useTerm(): (word: string) => string {
  const { i18n } = useLingui();
  return (word) => {
    const known = TERMS[word];
    return known ? i18n._(known) : word;
  };
}

import { useLingui } from "@lingui/react/macro";

/** What a day is called: its name, and one that is a mere number or letter says that it is a day. */
export function useDayTitle(): (name: string) => string {
  const { t } = useLingui();
  return (name) => (/^(?:\d+|[A-Z])$/.test(name) ? t`Day ${name}` : name);
}

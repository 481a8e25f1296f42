import { useLingui } from "@lingui/react/macro";
import { deviceParts } from "./device-words.ts";

/** "Firefox on Windows", in the language of the page. */
export function useDeviceName(): (of: { readonly device: string }) => string {
  const { t } = useLingui();
  return ({ device }) => {
    const { browser, system } = deviceParts(device);
    if (browser === "") return t`Unknown device`;
    return system === "" ? browser : t`${browser} on ${system}`;
  };
}

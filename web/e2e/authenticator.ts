import type { CDPSession, Page } from "@playwright/test";

/** Chromium's own authenticator, as a device's: it keeps keys and says yes to everything. */
export interface Device {
  readonly devtools: CDPSession;
  readonly id: string;
}

/** Give the page's browser a device; untouched until `touch`, or with the finger always on it. */
export async function plugIn(page: Page, { touched = false } = {}): Promise<Device> {
  const devtools = await page.context().newCDPSession(page);
  await devtools.send("WebAuthn.enable", { enableUI: false });
  const { authenticatorId: id } = await devtools.send("WebAuthn.addVirtualAuthenticator", {
    options: {
      protocol: "ctap2",
      transport: "internal",
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      // While nobody touches it, an offer in a field waits as it does for a person. A touch counts for what begins after it.
      automaticPresenceSimulation: touched,
    },
  });
  return { devtools, id };
}

/** What a person does with finger or face, now and for as long as `on`. */
export function touch({ devtools, id }: Device, on: boolean): Promise<unknown> {
  return devtools.send("WebAuthn.setAutomaticPresenceSimulation", { authenticatorId: id, enabled: on });
}

export async function keysOf({ devtools, id }: Device) {
  return (await devtools.send("WebAuthn.getCredentials", { authenticatorId: id })).credentials;
}

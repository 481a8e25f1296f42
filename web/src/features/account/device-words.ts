export interface DeviceParts {
  readonly browser: string;
  /** Empty for scripts such as curl. */
  readonly system: string;
  readonly kind: "phone" | "computer" | "script" | "unknown";
}

const PHONES: ReadonlySet<string> = new Set(["iPhone", "iPad", "Android"]);

/** The server's "Firefox on Windows" taken apart, so that it can be said in another language. */
export function deviceParts(device: string): DeviceParts {
  const [browser = "", system = ""] = device.split(" on ");
  if (browser === "") return { browser, system, kind: "unknown" };
  if (system === "") return { browser, system, kind: /^(curl|Python)$/.test(browser) ? "script" : "unknown" };
  return { browser, system, kind: PHONES.has(system) ? "phone" : "computer" };
}

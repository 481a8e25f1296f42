/** A notification as the service worker shows it; `navigate` is kept for the tap. */
export interface ShownNotification {
  readonly title: string;
  readonly body?: string;
  readonly tag?: string;
  readonly icon: string;
  readonly silent?: boolean;
  readonly renotify?: boolean;
  readonly data: { readonly path: string };
}

const NAME = "FitFolio";
const ICON = "/icons/icon-192.png";

/**
 * Read a push in the declarative form (`{"web_push": 8030, "notification": {title, navigate, …}}`).
 *
 * Browsers that know the form show it without this worker. Anything unreadable becomes a plain
 * notification: the browser insists on one for every push.
 */
export function notificationOf(text: string): ShownNotification {
  const pushed = read(text);
  const string = (name: string) => (typeof pushed[name] === "string" && pushed[name] !== "" ? pushed[name] : undefined);
  const [body, tag] = [string("body"), string("tag")];
  return {
    title: string("title") ?? NAME,
    ...(body === undefined ? {} : { body }),
    // The same rest is announced once, however many ways the message takes.
    ...(tag === undefined ? {} : { tag, renotify: true }),
    ...(typeof pushed["silent"] === "boolean" ? { silent: pushed["silent"] } : {}),
    icon: ICON,
    data: { path: pathOf({ path: string("navigate") ?? "/train" }) },
  };
}

/** The path to open; only paths of this app, whatever a push says. */
export function pathOf(data: unknown): string {
  const path = typeof data === "object" && data !== null ? (data as Record<string, unknown>)["path"] : null;
  if (typeof path !== "string") return "/train";
  const here = (globalThis as { location?: Location }).location?.origin ?? "http://localhost";
  const url = URL.parse(path, here);
  return url && url.origin === here ? `${url.pathname}${url.search}` : "/train";
}

function read(text: string): Record<string, unknown> {
  try {
    const message = JSON.parse(text) as { notification?: unknown } | null;
    const notification = message?.notification;
    return typeof notification === "object" && notification !== null ? (notification as Record<string, unknown>) : {};
  } catch {
    return {};
  }
}

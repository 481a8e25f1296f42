import { api, toResult } from "@/api/client.ts";
import type { ApiError } from "@/api/problem.ts";
import { err, ok, type Result } from "@/lib/result.ts";
import "./error-texts.ts";

/** Whether this browser can be woken by a notification, and whether it may. */
export type PushState = "unsupported" | "denied" | "off" | "on";

const ASK_WITHIN_MS = 15_000;

export async function readPushState(): Promise<PushState> {
  if (!("serviceWorker" in navigator && "PushManager" in window && "Notification" in window)) return "unsupported";
  if (Notification.permission === "denied") return "denied";
  const registration = await navigator.serviceWorker.getRegistration();
  const subscription = await registration?.pushManager.getSubscription();
  return subscription && Notification.permission === "granted" ? "on" : "off";
}

/** Ask for permission and tell the server where this browser is reached. Call it from a tap. */
export async function subscribePush(): Promise<Result<PushState, ApiError>> {
  const permission = await Notification.requestPermission();
  if (permission !== "granted") return ok(permission === "denied" ? "denied" : "off");
  const key = await toResult(api.GET("/api/v1/push/key"));
  if (!key.ok) return key;
  const registration = await navigator.serviceWorker.getRegistration();
  if (!registration) return ok("unsupported");
  const subscription = await subscribeAt(registration, key.value.public_key);
  const { endpoint = "", keys = {} } = subscription?.toJSON() ?? {};
  if (!subscription || !keys["p256dh"] || !keys["auth"]) return err(refused);
  const body = { endpoint, keys: { p256dh: keys["p256dh"], auth: keys["auth"] } };
  const stored = await toResult(api.PUT("/api/v1/push/subscriptions", { body }));
  return stored.ok ? ok("on") : stored;
}

/** Notify this browser no more. */
export async function unsubscribePush(): Promise<Result<PushState, ApiError>> {
  const registration = await navigator.serviceWorker.getRegistration();
  const subscription = await registration?.pushManager.getSubscription();
  if (!subscription) return ok("off");
  const { endpoint } = subscription;
  await subscription.unsubscribe();
  const answer = await toResult(api.DELETE("/api/v1/push/subscriptions", { params: { query: { endpoint } } }));
  return answer.ok ? ok("off") : answer;
}

const refused: ApiError = { code: "push.invalid_endpoint", status: 0, detail: "the browser gave no subscription" };

/** A push service that does not answer must not leave the switch hanging. */
async function subscribeAt(registration: ServiceWorkerRegistration, public_key: string): Promise<PushSubscription | null> {
  const asked = registration.pushManager.subscribe({ userVisibleOnly: true, applicationServerKey: public_key });
  const late = new Promise<null>((resolve) => {
    setTimeout(() => resolve(null), ASK_WITHIN_MS);
  });
  return Promise.race([asked, late]).catch(() => null);
}

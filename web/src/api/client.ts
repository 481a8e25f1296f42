import createClient, { type Middleware } from "openapi-fetch";
import { err, ok, type Result } from "@/lib/result.ts";
import type { paths } from "./generated/schema";
import { problemToError, UNREACHABLE, type ApiError } from "./problem.ts";

const CSRF_COOKIE = /(?:^|;\s*)(?:__Host-|__Secure-)?csrf_token=([^;]+)/;
const SAFE_METHODS = new Set(["GET", "HEAD", "OPTIONS"]);

type SignedOutListener = () => void;
const signedOutListeners = new Set<SignedOutListener>();

/** Called whenever the server says that nobody is signed in. Local data stays where it is. */
export function onSignedOut(listener: SignedOutListener): () => void {
  signedOutListeners.add(listener);
  return () => signedOutListeners.delete(listener);
}

/** The double-submit token of the current cookie; empty before the first answer of the server. */
export function csrfToken(): string {
  return decodeURIComponent(CSRF_COOKIE.exec(document.cookie)?.[1] ?? "");
}

const proveOrigin: Middleware = {
  onRequest({ request }) {
    if (!SAFE_METHODS.has(request.method)) request.headers.set("X-CSRF-Token", csrfToken());
  },
  onResponse({ response }) {
    if (response.status === 401) for (const listener of signedOutListeners) listener();
  },
};

/** The typed client. Outside `api/` and `sync/`, wrap its calls in `toResult`. */
export const api = createClient<paths>({
  baseUrl: typeof location === "undefined" ? "" : location.origin,
  credentials: "same-origin",
  // Looked up at call time, so that tests can put a fake server behind it.
  fetch: (request) => globalThis.fetch(request),
});
api.use(proveOrigin);

interface Answer<T> {
  readonly data?: T | undefined;
  readonly error?: unknown;
  readonly response: Response;
}

/** Turn a client call into a `Result`: `await toResult(api.GET("/api/v1/home"))`. */
export async function toResult<T>(call: Promise<Answer<T>>): Promise<Result<T, ApiError>> {
  try {
    const { data, error, response } = await call;
    if (response.ok) return ok(data as T);
    return err(problemToError(response.status, error));
  } catch {
    // fetch rejects only without an answer; a body that is no JSON ends here too.
    return err(UNREACHABLE);
  }
}

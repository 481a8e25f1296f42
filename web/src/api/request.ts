const CSRF_COOKIE = /(?:^|;\s*)(?:__Host-|__Secure-)?csrf_token=([^;]+)/;

export interface RequestInit {
  readonly params?: {
    readonly path?: Readonly<Record<string, unknown>>;
    readonly query?: Readonly<Record<string, unknown>>;
  };
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
  readonly signal?: AbortSignal;
}

const ACCOUNT_HEADER = "X-FitFolio-Account";

/** Headers of a request that asks about whoever is signed in. */
export const ANYBODY: Readonly<Record<string, string>> = { [ACCOUNT_HEADER]: "" };

let account = "";

/**
 * Whose data this page works with. Every request says so: cookies belong to the browser, and when somebody
 * else has signed in meanwhile, the server refuses what was meant for another account.
 */
export function speakFor(user_id: string | null): void {
  account = user_id ?? "";
}

/** The headers that every request to the server carries. */
export function ownHeaders(method: string): Record<string, string> {
  return {
    ...(account === "" ? {} : { [ACCOUNT_HEADER]: account }),
    ...(method === "GET" ? {} : { "X-CSRF-Token": csrfToken() }),
  };
}

/** The double-submit token of the current cookie; empty before the first answer of the server. */
export function csrfToken(): string {
  return decodeURIComponent(CSRF_COOKIE.exec(document.cookie)?.[1] ?? "");
}

/** A request of this origin: path and query filled in, body as JSON, and a proof of origin on every change. */
export function makeRequest(method: string, template: string, { params = {}, body, headers, signal }: RequestInit): Request {
  const path = template.replaceAll(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(String(params.path?.[name])));
  const query = queryString(params.query ?? {});
  const all = new Headers({ ...ownHeaders(method), ...headers });
  all.set("Accept", "application/json");
  if (body !== undefined && !(body instanceof FormData)) all.set("Content-Type", "application/json");
  return new Request(new URL(`${path}${query}`, location.origin), {
    method,
    headers: all,
    credentials: "same-origin",
    ...(body === undefined ? {} : { body: body instanceof FormData ? body : JSON.stringify(body) }),
    ...(signal ? { signal } : {}),
  });
}

/** Lists repeat their name (`a=1&a=2`); what is undefined or null is left out. */
function queryString(query: Readonly<Record<string, unknown>>): string {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    for (const one of Array.isArray(value) ? value : [value]) {
      if (one !== undefined && one !== null) search.append(name, `${one as string | number | boolean}`);
    }
  }
  const text = search.toString();
  return text === "" ? "" : `?${text}`;
}

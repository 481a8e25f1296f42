import type { Client } from "openapi-fetch";
import { err, ok, type Result } from "@/lib/result.ts";
import type { paths } from "./generated/schema";
import { problemToError, UNREACHABLE, type ApiError } from "./problem.ts";
import { makeRequest, type RequestInit } from "./request.ts";

type SignedOutListener = () => void;
const signedOutListeners = new Set<SignedOutListener>();

/** Called whenever the server says that nobody is signed in. Local data stays where it is. */
export function onSignedOut(listener: SignedOutListener): () => void {
  signedOutListeners.add(listener);
  return () => signedOutListeners.delete(listener);
}

interface Answer<T> {
  readonly data?: T | undefined;
  readonly error?: unknown;
  readonly response: Response;
}

async function send(method: string, path: string, init: RequestInit = {}): Promise<Answer<unknown>> {
  const response = await fetch(makeRequest(method, path, init));
  if (response.status === 401) for (const listener of signedOutListeners) listener();
  const text = await response.text();
  // A failure may be a proxy's page; its status says enough. A success must be what was asked for.
  return response.ok ? { data: text === "" ? undefined : JSON.parse(text), response } : { error: parseOrNull(text), response };
}

function parseOrNull(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

const call = (method: string) => (path: string, init?: RequestInit) => send(method, path, init);

/**
 * The typed client: `api.GET("/api/v1/home")`. The types are openapi-fetch's; its runtime does more
 * than is needed here and would weigh four times as much in the first view.
 */
export const api = {
  GET: call("GET"),
  POST: call("POST"),
  PUT: call("PUT"),
  PATCH: call("PATCH"),
  DELETE: call("DELETE"),
  request: (method: string, path: string, init?: RequestInit) => send(method.toUpperCase(), path, init),
} as unknown as Pick<Client<paths>, "GET" | "POST" | "PUT" | "PATCH" | "DELETE" | "request">;

/** Turn a client call into a `Result`: `await toResult(api.GET("/api/v1/home"))`. */
export async function toResult<T>(answering: Promise<Answer<T>>): Promise<Result<T, ApiError>> {
  try {
    const { data, error, response } = await answering;
    if (response.ok) return ok(data as T);
    return err(problemToError(response.status, error));
  } catch {
    // fetch rejects only without an answer; a body that is no JSON (a proxy's page) ends here too.
    return err(UNREACHABLE);
  }
}

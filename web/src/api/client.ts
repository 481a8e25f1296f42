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

type Prover = () => Promise<boolean>;
let prove: Prover | null = null;
/** The one question that all requests wait for which came to it at the same time. */
let proving: Promise<boolean> | null = null;
let proofs_given = 0;

/**
 * Who is asked to show again who sits here when the server wants a proof (403 `auth.proof_required`).
 * After `true` the request is sent once more; after `false` the caller gets the 403.
 */
export function onProofRequired(prover: Prover): void {
  prove = prover;
}

interface Answer<T> {
  readonly data?: T | undefined;
  readonly error?: unknown;
  readonly response: Response;
}

async function send(method: string, path: string, init: RequestInit = {}): Promise<Answer<unknown>> {
  const proofs_before = proofs_given;
  const answer = await sendOnce(method, path, init);
  if (answer.response.status !== 403 || problemToError(403, answer.error).code !== "auth.proof_required") return answer;
  // A proof that was given while this request was on its way is as good as one given for it.
  const is_proven = proofs_given > proofs_before || (await askForProof());
  return is_proven ? sendOnce(method, path, init) : answer;
}

async function askForProof(): Promise<boolean> {
  if (!prove) return false;
  proving ??= prove()
    // The dialog's code could not be loaded: as if nobody had answered.
    .catch(() => false)
    .finally(() => {
      proving = null;
    });
  const is_proven = await proving;
  if (is_proven) proofs_given += 1;
  return is_proven;
}

async function sendOnce(method: string, path: string, init: RequestInit): Promise<Answer<unknown>> {
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

/** A failed request as the interface sees it. Switch on `code`, never on text. */
export interface ApiError {
  /** The server's stable code, or `network.unreachable` when no answer came. */
  readonly code: string;
  /** HTTP status; 0 when no answer came. */
  readonly status: number;
  /** One English sentence from the server, for codes that have no translation. */
  readonly detail: string;
  /** For rate limits: how long to wait [s]. */
  readonly retry_after_s?: number;
  /** For a passkey that was refused: the server has none with its id (any more). */
  readonly unknown_credential?: true;
}

export const UNREACHABLE: ApiError = { code: "network.unreachable", status: 0, detail: "The server cannot be reached." };

/** Read a problem document (RFC 9457); proxies answer with anything, so nothing is taken for granted. */
export function problemToError(status: number, body: unknown): ApiError {
  const problem = typeof body === "object" && body !== null ? (body as Record<string, unknown>) : {};
  const retry_after_s = problem["retry_after_s"];
  return {
    code: typeof problem["code"] === "string" ? problem["code"] : codeOfStatus(status),
    status,
    detail: typeof problem["detail"] === "string" ? problem["detail"] : `The server answered ${status}.`,
    ...(typeof retry_after_s === "number" ? { retry_after_s } : {}),
    ...(problem["unknown_credential"] === true ? { unknown_credential: true } : {}),
  };
}

function codeOfStatus(status: number): string {
  if (status === 401) return "auth.signed_out";
  if (status === 413) return "request.too_large";
  if (status === 429) return "request.rate_limited";
  // A proxy whose server is down answers for it.
  if (status === 502 || status === 503 || status === 504) return "server.busy";
  return status >= 500 ? "server.failed" : "request.invalid";
}

/** Whether asking again later can help without anybody changing anything. */
export function isTransient(error: ApiError): boolean {
  return error.status === 0 || error.status === 429 || error.status >= 500;
}

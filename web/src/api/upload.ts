import { err, ok, type Result } from "@/lib/result.ts";

import { problemToError, UNREACHABLE, type ApiError } from "./problem.ts";
import { ownHeaders } from "./request.ts";

interface Upload {
  readonly path: string;
  readonly body: FormData | Blob;
  readonly headers?: Readonly<Record<string, string>>;
  /** Share of the body that left this device, 0…1. */
  readonly onProgress?: (share: number) => void;
  readonly signal?: AbortSignal;
}

/** Send a file with progress, which `fetch` cannot report. */
export function upload<T>({ path, body, headers, onProgress, signal }: Upload): Promise<Result<T, ApiError>> {
  return new Promise((resolve) => {
    const request = new XMLHttpRequest();
    request.open("POST", path);
    for (const [name, value] of Object.entries({ ...ownHeaders("POST"), ...headers })) request.setRequestHeader(name, value);
    request.upload.addEventListener("progress", (event) => {
      if (event.lengthComputable && event.total > 0) onProgress?.(event.loaded / event.total);
    });
    request.addEventListener("load", () => {
      const answer = parseJson(request.responseText);
      resolve(request.status < 300 ? ok(answer as T) : err(problemToError(request.status, answer)));
    });
    request.addEventListener("error", () => resolve(err(UNREACHABLE)));
    request.addEventListener("abort", () => resolve(err(UNREACHABLE)));
    signal?.addEventListener("abort", () => request.abort());
    request.send(body);
  });
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

import { randomBytes } from "node:crypto";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";

const PAGE = `<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>Reference</title><p>Reference</p><script src="/payload.js" defer></script></html>`;

const USABLE = `document.body.append(document.createElement("input"));`;
const REGISTER = `navigator.serviceWorker.register("/worker.js");`;

const WORKER = `
addEventListener("install", (event) => event.waitUntil(caches.open("all").then((cache) => cache.addAll(["/", "/payload.js"]))));
addEventListener("activate", (event) => event.waitUntil(clients.claim()));
addEventListener("fetch", (event) => event.respondWith(caches.match(event.request).then((found) => found ?? fetch(event.request))));
`;

export interface Reference {
  readonly url: string;
  readonly stop: () => void;
}

/**
 * What the line and the browser cost without an app: a bare page whose one script has as many
 * bytes as the app's first view and only adds an input; a bare worker serves it the second time.
 */
export async function startReference(wire_kib: number): Promise<Reference> {
  const filler = randomBytes(Math.round((wire_kib * 1024) / 2)).toString("hex");
  const answers: Readonly<Record<string, [string, string]>> = {
    "/": ["text/html", PAGE],
    "/payload.js": ["text/javascript", `${USABLE}${REGISTER}//${filler}`],
    "/worker.js": ["text/javascript", WORKER],
  };
  const server = createServer((request, response) => {
    const answer = answers[request.url ?? ""];
    response.writeHead(answer ? 200 : 404, { "Content-Type": answer?.[0] ?? "text/plain", "Cache-Control": "no-cache" });
    response.end(answer?.[1]);
  });
  await new Promise<void>((resolve) => {
    server.listen(0, "127.0.0.1", resolve);
  });
  const { port } = server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${port}/`, stop: () => server.close() };
}

import { execFile, spawn, type ChildProcess } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";

const COMMAND = process.env["E2E_SERVER_COMMAND"] ?? join(import.meta.dirname, "../../.venv/bin/fitfolio");
const START_WITHIN_MS = 30_000;

export interface RunningServer {
  readonly url: string;
  /** Everything it has printed so far. */
  readonly output: () => string;
  /** The newest sign-in code and link printed for an address. */
  readonly signInFor: (email: string) => Promise<{ code: string; link: string }>;
  /** Run `fitfolio …` on the server's data, as its owner would in a terminal. */
  readonly run: (...command: string[]) => Promise<string>;
  readonly kill: () => Promise<void>;
  /** Start again with the same data on the same port. */
  readonly restart: () => Promise<void>;
  readonly stop: () => Promise<void>;
}

interface ServerOptions {
  readonly hostname?: string;
  /** More settings. */
  readonly settings?: Readonly<Record<string, string>>;
}

/**
 * The real server on a free port with an empty data folder, as `make run` would start it. Passkeys belong to a
 * host name: `hostname` is the one that its public address has.
 */
export async function startServer({ hostname = "127.0.0.1", settings = {} }: ServerOptions = {}): Promise<RunningServer> {
  if (!existsSync(COMMAND)) throw new Error(`${COMMAND} is missing: run "make setup" first`);
  const data_dir = await mkdtemp(join(tmpdir(), "fitfolio-e2e-"));
  const port = await freePort();
  const url = `http://${hostname}:${port}`;
  let output = "";
  let child: ChildProcess;
  const env = {
    ...withoutOurSettings(process.env),
    FITFOLIO_DATA_DIR: data_dir,
    FITFOLIO_HOST: "127.0.0.1",
    FITFOLIO_PORT: String(port),
    FITFOLIO_RATE_LIMIT_ENABLED: "false",
    FITFOLIO_SIGNUP: "open",
    ...(hostname === "127.0.0.1" ? {} : { FITFOLIO_PUBLIC_URL: url }),
    ...settings,
  };

  const start = async () => {
    child = spawn(COMMAND, ["serve"], { env });
    const keep = (chunk: Buffer) => {
      output += chunk.toString();
    };
    child.stdout?.on("data", keep);
    child.stderr?.on("data", keep);
    let ended = false;
    child.once("exit", () => {
      ended = true;
    });
    await waitFor(
      async () => {
        if (ended) throw new ServerEnded(`the server ended at once; it printed:\n${output}`);
        return (await fetch(`${url}/healthz`)).ok;
      },
      () => output,
    );
  };
  const kill = async () => {
    const ended = new Promise((resolve) => child.once("exit", resolve));
    if (child.exitCode === null && child.kill("SIGTERM")) await ended;
  };
  await start();
  return {
    url,
    output: () => output,
    signInFor: (email) => findSignIn(email, () => output),
    run: async (...command) => (await promisify(execFile)(COMMAND, command, { env })).stdout,
    kill,
    restart: start,
    stop: async () => {
      await kill();
      await rm(data_dir, { recursive: true, force: true });
    },
  };
}

async function findSignIn(email: string, output: () => string): Promise<{ code: string; link: string }> {
  let found: { code: string; link: string } | undefined;
  await waitFor(() => {
    const block =
      output()
        .split("Sign in as ")
        .findLast((part) => part.startsWith(`${email} `)) ?? "";
    const link = /link\s+(\S+)/.exec(block)?.[1];
    const code = /code\s+(\d{6})/.exec(block)?.[1];
    if (link && code) found = { code, link };
    return Promise.resolve(found !== undefined);
  }, output);
  if (!found) throw new Error(`no sign-in was printed for ${email}`);
  return found;
}

async function waitFor(ready: () => Promise<boolean>, output: () => string): Promise<void> {
  const give_up_at = Date.now() + START_WITHIN_MS;
  while (Date.now() < give_up_at) {
    if (await ready().catch(retryUnlessEnded)) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`the server did not do it in time; it printed:\n${output()}`);
}

class ServerEnded extends Error {}

function retryUnlessEnded(error: unknown): false {
  if (error instanceof ServerEnded) throw error;
  return false;
}

/** Settings of the caller's shell must not reach the server under test; it also refuses names it does not know. */
function withoutOurSettings(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  return Object.fromEntries(Object.entries(env).filter(([name]) => !name.startsWith("FITFOLIO_")));
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      const port = typeof address === "object" && address ? address.port : 0;
      server.close(() => resolve(port));
    });
  });
}

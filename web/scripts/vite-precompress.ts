import { readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";
import type { Plugin } from "vite";

const COMPRESSIBLE = /\.(js|css|html|svg|json|webmanifest|txt)$/;
const MIN_BYTES = 512;
const brotli = promisify(brotliCompress);
const deflate = promisify(gzip);

/** Write `.br` and `.gz` beside every compressible built file: the server never compresses at request time. */
export function precompress(): Plugin {
  let out_dir = "dist";
  let is_client_build = false;
  return {
    name: "fitfolio:precompress",
    apply: "build",
    enforce: "post",
    configResolved(config) {
      out_dir = config.build.outDir;
      // The service worker is built by an inner run without a manifest; only the outer run compresses.
      is_client_build = config.build.manifest === true;
    },
    // `closeBundle` of the PWA plugin writes the worker; this one is registered after it.
    closeBundle: {
      sequential: true,
      order: "post",
      async handler() {
        if (is_client_build) await compressFolder(out_dir);
      },
    },
  };
}

async function compressFolder(folder: string): Promise<void> {
  const entries = await readdir(folder, { withFileTypes: true, recursive: true });
  for (const entry of entries) {
    if (!entry.isFile() || !COMPRESSIBLE.test(entry.name)) continue;
    const path = join(entry.parentPath, entry.name);
    const raw = await readFile(path);
    if (raw.byteLength < MIN_BYTES) continue;
    const params = { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: raw.byteLength };
    const [br, gz] = await Promise.all([brotli(raw, { params }), deflate(raw, { level: 9 })]);
    await Promise.all([writeFile(`${path}.br`, br), writeFile(`${path}.gz`, gz)]);
  }
}

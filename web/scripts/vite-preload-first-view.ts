import { readFile } from "node:fs/promises";
import type { Plugin, Rollup } from "vite";

interface FirstViews {
  /** A classic script that runs before first paint and decides which first view it will be. */
  readonly boot: string;
  /** Source files that a first view imports, by the name of the attribute under which `boot` finds them. */
  readonly views: Readonly<Record<string, readonly string[]>>;
}

/**
 * Tell the boot script what each first view will import anyway.
 *
 * Without it the browser learns of each chunk only after the one before it has run: entry, then
 * locale, then route. On slow 4G that chain costs more than any library.
 */
export function preloadFirstView({ boot, views }: FirstViews): Plugin {
  let boot_reference: string | undefined;
  return {
    name: "fitfolio:preload-first-view",
    apply: "build",
    async buildStart() {
      const code = await readFile(boot, "utf8");
      this.addWatchFile(boot);
      // Nothing else in it would get much smaller.
      const source = code.replaceAll(/^\s*\/\/.*\n/gm, "");
      boot_reference = this.emitFile({ type: "asset", name: "boot.js", source });
    },
    transformIndexHtml: {
      order: "post",
      handler(html, context) {
        if (!context.bundle || !boot_reference) return html;
        const bundle = context.bundle;
        const boot_file = Object.values(bundle).find((file) => file.type === "asset" && file.names.includes("boot.js"));
        if (!boot_file) return html;
        const already = new Set([...html.matchAll(/src="\/([^"]+\.js)"/g)].map((match) => match[1]));
        const attributes = Object.entries(views).map(([name, modules]) => {
          const files = filesOf(bundle, modules).filter((file) => !already.has(file));
          return `data-${name}="${files.map((file) => `/${file}`).join(" ")}"`;
        });
        // Before the other scripts: first paint waits for it, and the browser asks in this order.
        const tag = `<script src="/${boot_file.fileName}" ${attributes.join(" ")}></script>\n    `;
        return html.replace(/(?=<script type="module")/, tag);
      },
    },
  };
}

/** A wanted module is found by its content: grouped chunks have no module of their own. */
function filesOf(bundle: Rollup.OutputBundle, modules: readonly string[]): string[] {
  const wanted = Object.values(bundle)
    .filter((file) => file.type === "chunk" && modules.some((module) => file.moduleIds.includes(module)))
    .flatMap((file) => closure(bundle, file.fileName));
  return [...new Set(wanted)];
}

function closure(bundle: Rollup.OutputBundle, name: string, seen = new Set<string>()): string[] {
  if (seen.has(name)) return [];
  seen.add(name);
  const chunk = bundle[name];
  return chunk?.type === "chunk" ? [name, ...chunk.imports.flatMap((next) => closure(bundle, next, seen))] : [];
}

import { readFile } from "node:fs/promises";
import type { HtmlTagDescriptor, Plugin, Rollup } from "vite";

interface FirstView {
  /** A classic script that runs before first paint (theme and language attributes). */
  readonly boot: string;
  /** Source files whose chunks the first view needs: first routes and the source locale. */
  readonly modules: readonly string[];
}

/**
 * Preload what the first view will import anyway.
 *
 * Without it the browser learns of each chunk only after the one before it has run: entry, then
 * locale, then route. On slow 4G that chain costs more than any library.
 */
export function preloadFirstView({ boot, modules }: FirstView): Plugin {
  let boot_reference: string | undefined;
  return {
    name: "fitfolio:preload-first-view",
    apply: "build",
    async buildStart() {
      const code = await readFile(boot, "utf8");
      this.addWatchFile(boot);
      boot_reference = this.emitFile({ type: "asset", name: "boot.js", source: code });
    },
    transformIndexHtml: {
      order: "post",
      handler(html, context) {
        if (!context.bundle || !boot_reference) return [];
        const bundle = context.bundle;
        const boot_file = Object.values(bundle).find((file) => file.type === "asset" && file.names.includes("boot.js"));
        const already = new Set([...html.matchAll(/(?:src|href)="\/([^"]+\.js)"/g)].map((match) => match[1]));
        // A wanted module is found by its content: grouped chunks have no module of their own.
        const wanted = Object.values(bundle)
          .filter((file) => file.type === "chunk" && modules.some((module) => file.moduleIds.includes(module)))
          .flatMap((file) => closure(bundle, file.fileName));
        const styles = new Set(
          [...new Set(wanted)].flatMap((name) => [...(chunkOf(bundle, name)?.viteMetadata?.importedCss ?? [])]),
        );
        const tags: HtmlTagDescriptor[] = [...new Set(wanted)]
          .filter((name) => !already.has(name))
          .map((name) => ({ tag: "link", attrs: { rel: "modulepreload", crossorigin: true, href: `/${name}` } }));
        for (const name of styles) {
          if (html.includes(name)) continue;
          tags.push({ tag: "link", attrs: { rel: "preload", as: "style", crossorigin: true, href: `/${name}` } });
        }
        // Before the other scripts: first paint waits for it, and the browser asks in this order.
        const boot_tag = boot_file ? `<script src="/${boot_file.fileName}"></script>\n    ` : "";
        return {
          html: html.replace(/(?=<script type="module")/, boot_tag),
          // At the end of the head: the charset declaration must stay within its first kilobyte.
          tags: tags.map((tag) => ({ ...tag, injectTo: "head" as const })),
        };
      },
    },
  };
}

function chunkOf(bundle: Rollup.OutputBundle, name: string): Rollup.OutputChunk | undefined {
  const file = bundle[name];
  return file?.type === "chunk" ? file : undefined;
}

function closure(bundle: Rollup.OutputBundle, name: string, seen = new Set<string>()): string[] {
  if (seen.has(name)) return [];
  seen.add(name);
  const chunk = chunkOf(bundle, name);
  return chunk ? [name, ...chunk.imports.flatMap((next) => closure(bundle, next, seen))] : [];
}

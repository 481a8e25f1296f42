/** Lets plain Node resolve `@/` as the build does; loaded with `--import` before a script that reads `src`. */
import { registerHooks } from "node:module";

const source = new URL("../src/", import.meta.url);

registerHooks({
  resolve: (specifier, context, next) =>
    next(specifier.startsWith("@/") ? new URL(specifier.slice(2), source).href : specifier, context),
});

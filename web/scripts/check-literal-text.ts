import { globSync, readFileSync } from "node:fs";
import { findLiteralText } from "./literal-text.ts";

const files = globSync("src/**/*.tsx").filter((file) => !file.includes(".test."));
let count = 0;
for (const file of files) {
  for (const { line, text } of findLiteralText(file, readFileSync(file, "utf8"))) {
    count += 1;
    console.error(`${file}:${line}: literal text "${text}" (use a message)`);
  }
}
console.log(`literal text: ${files.length} files, ${count} findings`);
if (count > 0 || files.length === 0) process.exitCode = 1;

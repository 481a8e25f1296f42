/**
 * Answers calls of the training core, one JSON line each: `{"function": …, "args": […]}` in, the
 * result out. The server's tests start it to compare both languages.
 */
import { createInterface } from "node:readline";
import { CALLS } from "../src/training/conformance-calls.ts";

interface Question {
  readonly function: string;
  readonly args: readonly never[];
}

for await (const line of createInterface({ input: process.stdin })) {
  const question = JSON.parse(line) as Question;
  const call = CALLS[question.function];
  if (!call) throw new Error(`the training core has no ${question.function}`);
  process.stdout.write(`${JSON.stringify(call(...question.args) ?? null)}\n`);
}

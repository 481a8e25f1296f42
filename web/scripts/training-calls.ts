/**
 * Answers calls of the training core, one JSON line each: `{"function": …, "args": […]}` in, the
 * result out. The server's tests start it to compare both languages.
 */
import { createInterface } from "node:readline";
import { CALLS } from "../src/training/conformance-calls.ts";
import { PROGRAM_CALLS } from "../src/training/programs/program-calls.ts";

interface Question {
  readonly function: string;
  readonly args: readonly never[];
}

const ALL = { ...CALLS, ...PROGRAM_CALLS };

for await (const line of createInterface({ input: process.stdin })) {
  const question = JSON.parse(line) as Question;
  const call = ALL[question.function];
  if (!call) throw new Error(`the training core has no ${question.function}`);
  process.stdout.write(`${JSON.stringify(call(...question.args) ?? null)}\n`);
}

/** Prints the median of the processor's milliseconds to derive the next session; program and facts come as JSON on standard input. */
import { readFileSync } from "node:fs";
import { loadableFor } from "../src/training/gym.ts";
import { nextSession } from "../src/training/programs/engine.ts";
import { fact, type Enrolment, type GivenFact } from "../src/training/programs/facts.ts";
import { gymLoading } from "../src/training/programs/loading.ts";
import { makePlan } from "../src/training/programs/plan.ts";
import { readProgram } from "../src/training/programs/read-text.ts";

interface Question {
  readonly text: string;
  readonly enrolment: Enrolment;
  readonly facts: readonly GivenFact[];
  readonly rounds: number;
}

const question = JSON.parse(readFileSync(0, "utf8")) as Question;
const { program } = readProgram(question.text);
if (program === null) throw new Error("the program has problems");
const plan = makePlan(program);
const facts = question.facts.map(fact);
const barbell = loadableFor(null, "barbell", "kg");
const loading = gymLoading(new Map([...plan.lifts.values()].map((lift) => [lift.exercise, barbell])), "kg");

const times: number[] = [];
for (let round = 0; round < question.rounds; round += 1) {
  const began = process.cpuUsage();
  nextSession(plan, question.enrolment, facts, loading);
  times.push(process.cpuUsage(began).user / 1000);
}
console.log(times.toSorted((one, other) => one - other)[Math.floor(times.length / 2)]);

/** From text to program: every line is read by itself, so all errors are found; the twin of the server's `read_text.py`. */
import { checkProgram, Marks } from "./checks.ts";
import { MAX_CHARACTERS, MAX_LINE_CHARACTERS, MAX_LINES, MAX_PROBLEMS } from "./limits.ts";
import { PLAIN, type Block, type Program, type SchemeLine, type Setting, type Slot, type Trivia } from "./model.ts";
import { compareProblems, problem, refuse, TextProblem, type Problem } from "./problems.ts";
import { readDay, readHeaderLine, readLift, readScheme, readSchemeLine, readSlot, readWeeksBlock } from "./read-lines.ts";
import { Cursor, tokenise } from "./tokens.ts";
import { findWarnings } from "./warn.ts";

const BLOCKS = ["program", "lift", "scheme", "week", "day"];

/** The program, or null and what is wrong with the text, by line. */
export interface Reading {
  readonly program: Program | null;
  readonly problems: readonly Problem[];
}

/**
 * Read a program's text.
 *
 * Lines are independent: a problem in one hides none in another; names are checked at the end. At
 * most 100 problems are told. Texts beyond 65,536 characters or 2,000 lines are refused unread.
 */
export function readProgram(text: string): Reading {
  return read(text).reading;
}

/**
 * The same for a program that is being written: its blocks are there as soon as every line can be read, though
 * they do not agree yet (a day without lifts, a scheme without sets). Only `readProgram` says that it can run.
 */
export function readDraft(text: string): Reading {
  const { reading, draft } = read(text);
  return { program: draft, problems: reading.problems };
}

/** What a text without problems says without effect, by line; nothing for one with problems. */
export function readWarnings(text: string): readonly Problem[] {
  const { reading, marks } = read(text);
  if (reading.program === null) return [];
  return findWarnings(reading.program, marks).toSorted(compareProblems).slice(0, MAX_PROBLEMS);
}

interface Read {
  readonly reading: Reading;
  /** The program as far as its lines can be read, each by itself; null when one cannot. */
  readonly draft: Program | null;
  readonly marks: Marks;
}

function read(text: string): Read {
  const lines = text.replaceAll("\r\n", "\n").split("\n");
  const sizes = [
    ["characters", text.length, MAX_CHARACTERS],
    ["lines", lines.length, MAX_LINES],
  ] as const;
  for (const [found, size, most] of sizes) {
    if (size <= most) continue;
    const problems = [problem(1, 1, "too_large", `${size} ${found}`, String(most))];
    return { reading: { program: null, problems }, draft: null, marks: new Marks() };
  }
  const reader = new Reader();
  for (const [index, line] of lines.entries()) reader.read(line, index + 1);
  reader.close();
  const program = { blocks: reader.blocks, tail: reader.tail() };
  const all = [...reader.problems, ...checkProgram(program, reader.marks)].toSorted(compareProblems);
  const newer = all.filter((one) => one.code === "language");
  const problems = newer.length > 0 ? newer : all; // what else is not understood may well be right in that language
  const reading = { program: problems.length > 0 ? null : program, problems: problems.slice(0, MAX_PROBLEMS) };
  const draft = reader.problems.length > 0 || newer.length > 0 ? null : program;
  return { reading, draft, marks: reader.marks };
}

class Reader {
  readonly blocks: Block[] = [];
  readonly problems: Problem[] = [];
  readonly marks = new Marks();
  private kind = "";
  private head: Block | null = null;
  private settings: Setting[] = [];
  private lines: SchemeLine[] = [];
  private slots: Slot[] = [];
  private lead: string[] = [];

  /** Read one line: blank, comment, head of a block, or part of the block above. */
  read(line: string, number: number): void {
    const bare = line.replaceAll(/^[ \t]+|[ \t]+$/g, "");
    if (!bare) {
      const is_first = this.lead.length === 0 && this.head === null && this.blocks.length === 0;
      if (this.lead.at(-1) !== "" && !is_first) this.lead.push("");
      return;
    }
    if (bare.startsWith("#")) {
      this.lead.push(bare);
      return;
    }
    try {
      this.readTokens(line, number);
    } catch (error) {
      if (!(error instanceof TextProblem)) throw error;
      this.problems.push(error.problem);
      this.blame(line);
    } finally {
      this.lead = [];
    }
  }

  private readTokens(line: string, number: number): void {
    if (line.length > MAX_LINE_CHARACTERS) {
      refuse(number, 1, "too_large", "a line this long", `${MAX_LINE_CHARACTERS} characters`);
    }
    const { tokens, comment } = tokenise(line, number);
    const trivia: Trivia = { lead: this.lead, trail: comment };
    const cursor = new Cursor(tokens, number);
    if (!" \t".includes(line.charAt(0))) {
      this.close();
      this.head = { ...this.begin(cursor), trivia };
    } else if (this.kind === "unknown") {
      return; // its head was told already
    } else {
      this.part(cursor, trivia);
    }
    cursor.ends();
  }

  /** Remember what lacks a line, so that nothing is told that only follows from it. */
  private blame(line: string): void {
    if (!" \t".includes(line.charAt(0))) this.marks.lacks_head = true;
    else if (this.head?.type === "scheme") this.marks.lacking.add(`scheme ${this.head.name}`);
    else this.marks.lacking.add(`day ${this.blocks.length}`);
  }

  /** Read the head of a block. */
  private begin(cursor: Cursor): Block {
    this.kind = cursor.sees(...BLOCKS) ? cursor.now.text : "unknown";
    if (this.kind === "unknown") cursor.fail("program, lift, scheme, week or day", BLOCKS, "unknown_block");
    cursor.step();
    switch (this.kind) {
      case "program":
        this.marks.place("program", this.blocks.length, cursor.line, 1);
        return { type: "program", title: cursor.text("a title in quotation marks"), lines: [], trivia: PLAIN };
      case "lift":
        return readLift(cursor, this.marks);
      case "scheme":
        return readScheme(cursor, this.marks);
      case "week":
        return readWeeksBlock(cursor, this.marks);
      default:
        return readDay(cursor, this.marks, this.blocks.length);
    }
  }

  /** Read an indented line of the block above. */
  private part(cursor: Cursor, trivia: Trivia): void {
    if (["", "lift", "week"].includes(this.kind)) refuse(cursor.line, cursor.now.column, "stray_line");
    if (this.kind === "program") {
      this.settings.push({ ...readHeaderLine(cursor), trivia });
    } else if (this.kind === "scheme") {
      const scope = this.head?.type === "scheme" ? this.head.name : "";
      this.lines.push({ ...readSchemeLine(cursor, this.marks, scope), trivia });
    } else {
      this.slots.push({ ...readSlot(cursor, this.marks), trivia });
    }
  }

  /** Put the block above away, with its lines. */
  close(): void {
    const { head } = this;
    if (head?.type === "program") this.blocks.push({ ...head, lines: this.settings });
    else if (head?.type === "scheme") this.blocks.push({ ...head, lines: this.lines });
    else if (head?.type === "day") this.blocks.push({ ...head, slots: this.slots });
    else if (head) this.blocks.push(head);
    this.head = null;
    this.settings = [];
    this.lines = [];
    this.slots = [];
  }

  /** Comments after the last line, without the blank lines that end the file. */
  tail(): readonly string[] {
    return this.lead.slice(0, this.lead.findLastIndex((line) => line !== "") + 1);
  }
}

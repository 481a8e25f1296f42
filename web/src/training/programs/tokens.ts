/** A line of a program's text as words, numbers, texts and signs; the twin of the server's `tokens.py`. */
import { MAX_NUMBER } from "./limits.ts";
import { closest, refuse } from "./problems.ts";

export type TokenKind = "word" | "number" | "text" | "sign" | "end";

/** One token; `column` is 1-based, `text` without quotation marks. */
export interface Token {
  readonly kind: TokenKind;
  readonly text: string;
  readonly column: number;
  readonly end: number;
}

const SPACE = /[ \t]+/y;
const NUMBER = /[0-9]{1,6}(?:\.[0-9]{1,3})?(?![0-9.])/y;
const DIGITS = /[0-9][0-9.]*/y;
const EFFORT = /(?:rpe|rir)(?=[0-9])/y;
const WORD = /[A-Za-z_][A-Za-z0-9_]*(?:-[A-Za-z0-9_]+)*/y;
const TEXT = /"([^"]*)"/y;
const SIGN = /<=|>=|!=|[@%,:;=+\-*/()<>.]/y;

export interface Tokens {
  readonly tokens: readonly Token[];
  readonly comment: string;
}

/** Tokens of a line, closed by an `end`, and its comment; throws TextProblem at a character without meaning. */
export function tokenise(text: string, line: number): Tokens {
  const tokens: Token[] = [];
  let at = 0;
  while (at < text.length) {
    const space = matchAt(SPACE, text, at);
    if (space) {
      at += space[0].length;
      continue;
    }
    if (text[at] === "#") {
      tokens.push({ kind: "end", text: "", column: at + 1, end: at + 1 });
      return { tokens, comment: trimEnd(text.slice(at)) };
    }
    const token = tokenAt(text, at, line, tokens.at(-1));
    tokens.push(token);
    at = token.end;
  }
  tokens.push({ kind: "end", text: "", column: trimEnd(text).length + 1, end: text.length });
  return { tokens, comment: "" };
}

function trimEnd(text: string): string {
  return text.replace(/[ \t]+$/, "");
}

function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}

function tokenAt(text: string, at: number, line: number, before: Token | undefined): Token {
  const letter = String.fromCodePoint(text.codePointAt(at) ?? 0);
  // 5x5: right behind a number, x is a sign and no word.
  const touches_number = before?.kind === "number" && before.end === at;
  if ("x×".includes(letter) && touches_number) return { kind: "sign", text: "x", column: at + 1, end: at + 1 };
  const number = matchAt(NUMBER, text, at);
  if (number) {
    if (Number(number[0]) > MAX_NUMBER) refuse(line, at + 1, "too_large", number[0], String(MAX_NUMBER));
    return { kind: "number", text: number[0], column: at + 1, end: at + number[0].length };
  }
  const word = matchAt(EFFORT, text, at) ?? matchAt(WORD, text, at);
  if (word) return { kind: "word", text: word[0], column: at + 1, end: at + word[0].length };
  const quoted = matchAt(TEXT, text, at);
  if (quoted) return { kind: "text", text: quoted[1] ?? "", column: at + 1, end: at + quoted[0].length };
  const sign = matchAt(SIGN, text, at);
  if (sign) return { kind: "sign", text: sign[0], column: at + 1, end: at + sign[0].length };
  const digits = matchAt(DIGITS, text, at);
  if (digits) return refuse(line, at + 1, "bad_number", digits[0]);
  return refuse(line, at + 1, letter === '"' ? "open_text" : "bad_character", letter);
}

const END: Token = { kind: "end", text: "", column: 1, end: 1 };

/** Reads the tokens of one line from left to right. */
export class Cursor {
  readonly line: number;
  place = 0;
  private readonly tokens: readonly Token[];

  constructor(tokens: readonly Token[], line: number) {
    this.tokens = tokens;
    this.line = line;
  }

  /** The token to read next; the last one is `end` and stays. */
  get now(): Token {
    return this.tokens[this.place] ?? END;
  }

  /** The token behind the next one. */
  get after(): Token {
    return this.tokens[Math.min(this.place + 1, this.tokens.length - 1)] ?? END;
  }

  /** Read one token; never the `end`, at which only failing is left. */
  step(): Token {
    const token = this.now;
    this.place += 1;
    return token;
  }

  /** Whether a word or sign with one of these texts is next. */
  sees(...texts: readonly string[]): boolean {
    return (this.now.kind === "word" || this.now.kind === "sign") && texts.includes(this.now.text);
  }

  /** Read such a word or sign if it is next. */
  takes(...texts: readonly string[]): boolean {
    if (!this.sees(...texts)) return false;
    this.step();
    return true;
  }

  /** Read exactly this word or sign. */
  needs(text: string): Token {
    if (!this.sees(text)) this.fail(`'${text}'`, [text]);
    return this.step();
  }

  word(what: string): string {
    if (this.now.kind !== "word") this.fail(what);
    return this.step().text;
  }

  text(what: string): string {
    if (this.now.kind !== "text") this.fail(what);
    return this.step().text;
  }

  number(what: string): number {
    if (this.now.kind !== "number") this.fail(what);
    return Number(this.step().text);
  }

  /** Read a whole number from `least` to `most`. */
  whole(what: string, most: number, least = 1): number {
    const token = this.now;
    const value = this.number(what);
    if (!Number.isInteger(value) || value < least || value > most) {
      refuse(this.line, token.column, "expected", token.text, `${what} (${least}–${most})`);
    }
    return value;
  }

  /** Make sure nothing is left on the line. */
  ends(): void {
    if (this.now.kind !== "end") this.fail("the end of the line");
  }

  /** Say what was expected instead of the next token, with the nearest of the known words. */
  fail(expected: string, known: readonly string[] = [], code = "expected"): never {
    const token = this.now;
    const found = token.kind === "end" ? "the end of the line" : `'${token.text}'`;
    const hint = token.kind === "word" ? closest(token.text, known) : "";
    return refuse(this.line, token.column, code, found, expected, hint);
  }
}

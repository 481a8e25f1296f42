/** Formulas: numbers, weights, names, arithmetic and comparisons; the twin of the server's `read_formulas.py`. */
import { MAX_DEPTH, MAX_NODES } from "./limits.ts";
import { expr, type Expr, type Weight } from "./model.ts";
import { refuse } from "./problems.ts";
import type { Cursor } from "./tokens.ts";

/** Functions and how many values each takes. */
export const ARGUMENTS: Readonly<Record<string, number>> = {
  min: 2,
  max: 2,
  if: 3,
  floor: 1,
  ceil: 1,
  round: 1,
  abs: 1,
  reps: 1,
};

const COMPARISONS = ["<=", ">=", "!=", "<", ">", "="] as const;
const WHAT = "a number, a name or a bracket";

/** A name in a formula and where it stands, to be checked when all names are known. */
export interface NameMark {
  readonly name: string;
  readonly line: number;
  readonly column: number;
}

/** Read a weight: 5kg, 10lb, or the same in both units, 5kg/10lb. */
export function readWeight(cursor: Cursor): Weight {
  const number = cursor.number("a weight such as 2.5kg/5lb");
  if (!cursor.sees("kg", "lb")) cursor.fail("'kg' or 'lb'", ["kg", "lb"]);
  const unit = cursor.step().text;
  if (!(cursor.sees("/") && cursor.after.kind === "number")) {
    return unit === "kg" ? { kg: number, lb: null } : { kg: null, lb: number };
  }
  cursor.step();
  const second = cursor.number("a weight");
  const other = unit === "kg" ? "lb" : "kg";
  if (!cursor.sees(other)) cursor.fail(`'${other}'`, ["kg", "lb"]);
  cursor.step();
  return unit === "kg" ? { kg: number, lb: second } : { kg: second, lb: number };
}

/** Read a quantity: reps, 5rm, bench.tm, squat.volume, squat.volume.reps. */
export function readName(cursor: Cursor, what: string, marks: NameMark[]): string {
  const { column } = cursor.now;
  const parts = [namePart(cursor, what)];
  while (cursor.takes(".")) {
    parts.push(namePart(cursor, "the name of a quantity"));
    if (parts.length === 3) break;
  }
  const name = parts.join(".");
  marks.push({ name, line: cursor.line, column });
  return name;
}

function namePart(cursor: Cursor, what: string): string {
  if (cursor.now.kind === "number" && cursor.after.text === "rm") {
    const reps = cursor.whole("reps of a maximum", 12);
    cursor.step();
    return `${reps}rm`;
  }
  return cursor.word(what);
}

class FormulaReader {
  private nodes = 0;
  private depth = 0;
  private readonly cursor: Cursor;
  private readonly marks: NameMark[];

  constructor(cursor: Cursor, marks: NameMark[]) {
    this.cursor = cursor;
    this.marks = marks;
  }

  either(): Expr {
    let left = this.both();
    while (this.cursor.takes("or")) left = this.made(expr("or", { args: [left, this.both()] }));
    return left;
  }

  sum(): Expr {
    let left = this.product();
    while (this.cursor.sees("+", "-")) {
      const op = this.cursor.step().text;
      left = this.made(expr(op, { args: [left, this.product()] }));
    }
    return left;
  }

  /** Count a node, and refuse one too many. */
  private made(found: Expr): Expr {
    this.nodes += 1;
    if (this.nodes > MAX_NODES) this.refuse("a formula this long", `${MAX_NODES} parts`);
    return found;
  }

  private refuse(found: string, most: string): void {
    refuse(this.cursor.line, this.cursor.now.column, "too_large", found, most);
  }

  private both(): Expr {
    let left = this.negation();
    while (this.cursor.takes("and")) left = this.made(expr("and", { args: [left, this.negation()] }));
    return left;
  }

  private negation(): Expr {
    if (!this.cursor.takes("not")) return this.comparison();
    this.made(expr("not"));
    return expr("not", { args: [this.negation()] });
  }

  private comparison(): Expr {
    const left = this.sum();
    if (!this.cursor.sees(...COMPARISONS)) return left;
    const op = this.cursor.step().text;
    return this.made(expr(op, { args: [left, this.sum()] }));
  }

  private product(): Expr {
    let left = this.factor();
    while (this.cursor.sees("*", "/")) {
      const op = this.cursor.step().text;
      left = this.made(expr(op, { args: [left, this.factor()] }));
    }
    return left;
  }

  private factor(): Expr {
    if (!this.cursor.takes("-")) return this.single();
    this.made(expr("neg"));
    return expr("neg", { args: [this.factor()] });
  }

  private single(): Expr {
    const { cursor } = this;
    if (cursor.takes("(")) {
      const inner = this.inside();
      cursor.needs(")");
      return inner;
    }
    if (cursor.now.kind === "number" && ["kg", "lb"].includes(cursor.after.text)) {
      return this.made(expr("weight", { weight: readWeight(cursor) }));
    }
    if (cursor.now.kind === "number" && cursor.after.text !== "rm") {
      const number = cursor.number(WHAT);
      if (!cursor.takes("%")) return this.made(expr("number", { number }));
      cursor.needs("of");
      this.made(expr("percent"));
      return expr("percent", { args: [this.factor()], number });
    }
    if (cursor.sees(...Object.keys(ARGUMENTS)) && cursor.after.text === "(") return this.call();
    return this.made(expr("name", { name: readName(cursor, WHAT, this.marks) }));
  }

  private call(): Expr {
    const name = this.cursor.step().text;
    this.cursor.needs("(");
    const args = [this.inside()];
    for (let more = (ARGUMENTS[name] ?? 1) - 1; more > 0; more -= 1) {
      this.cursor.needs(",");
      args.push(this.inside());
    }
    this.cursor.needs(")");
    return this.made(expr("call", { args, name }));
  }

  /** A formula inside brackets, one level deeper. */
  private inside(): Expr {
    this.depth += 1;
    if (this.depth > MAX_DEPTH) this.refuse("brackets this deep", `${MAX_DEPTH} levels`);
    const found = this.either();
    this.depth -= 1;
    return found;
  }
}

/** Read a whole formula, comparisons and all. */
export function readFormula(cursor: Cursor, marks: NameMark[]): Expr {
  return new FormulaReader(cursor, marks).either();
}

/** Read a formula that is a value and no comparison. */
export function readSum(cursor: Cursor, marks: NameMark[]): Expr {
  return new FormulaReader(cursor, marks).sum();
}

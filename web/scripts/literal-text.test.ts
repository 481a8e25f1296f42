import { describe, expect, it } from "vitest";
import { findLiteralText } from "./literal-text.ts";

const MACRO = 'import { Trans, useLingui } from "@lingui/react/macro";\n';
const textsIn = (source: string) => findLiteralText("a.tsx", source).map(({ text }) => text);

describe("the literal-text check", () => {
  it("finds text between tags, in spoken attributes and in choices", () => {
    expect(textsIn("const a = <p>Hello there</p>;")).toEqual(["Hello there"]);
    expect(textsIn('const a = <input placeholder="Your name" />;')).toEqual(["Your name"]);
    expect(textsIn('const a = <p>{open ? "Close" : "Open"}</p>;')).toEqual(["Close", "Open"]);
    expect(textsIn("const a = <p>{`Hello ${name}`}</p>;")).toEqual(["Hello"]);
    expect(textsIn('const a = <b title={name ?? "Nobody"} />;')).toEqual(["Nobody"]);
  });

  it("accepts messages, numbers, signs and the product's name", () => {
    expect(textsIn(`${MACRO}const a = <p>{t\`Close\`}</p>;`)).toEqual([]);
    expect(textsIn(`${MACRO}const a = <Trans>Hello <b>you</b></Trans>;`)).toEqual([]);
    expect(textsIn("const a = <p>{count} × 5 · –</p>;")).toEqual([]);
    expect(textsIn("const a = <p>FitFolio</p>;")).toEqual([]);
  });

  it("accepts attributes that nobody reads, and comparisons", () => {
    expect(textsIn('const a = <p className="big" data-tone={tone === "warn" ? "loud" : "soft"} />;')).toEqual([]);
    expect(textsIn('const a = <p>{kind === "dialog" && icon}</p>;')).toEqual([]);
  });

  it("does not take an own component called Select for a macro", () => {
    expect(textsIn('import { Select } from "@/ui/field.tsx";\nconst a = <Select label="Language" />;')).toEqual(["Language"]);
  });
});

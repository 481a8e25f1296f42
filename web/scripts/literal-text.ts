import ts from "typescript";

/** Attributes whose value a person reads or hears. */
const SPOKEN_ATTRIBUTES = new Set([
  "alt",
  "aria-description",
  "aria-label",
  "aria-placeholder",
  "aria-roledescription",
  "aria-valuetext",
  "caption",
  "detail",
  "error",
  "header",
  "hint",
  "label",
  "placeholder",
  "subtitle",
  "summary",
  "title",
]);
/** Messages are written inside these elements. */
const MACROS = new Set(["Trans", "Plural", "Select", "SelectOrdinal"]);
/** The product's name is the same in every language. */
const NAMES = /\bFitFolio\b/g;
const WORD = /\p{L}{2,}/u;

export interface LiteralText {
  readonly line: number;
  readonly text: string;
}

/** Text in JSX that did not come from the message catalogue. */
export function findLiteralText(file_name: string, source: string): LiteralText[] {
  const file = ts.createSourceFile(file_name, source, ts.ScriptTarget.Latest, true, ts.ScriptKind.TSX);
  const found: LiteralText[] = [];
  const report = (node: ts.Node, text: string) => {
    if (!WORD.test(text.replaceAll(NAMES, ""))) return;
    found.push({ line: file.getLineAndCharacterOfPosition(node.getStart(file)).line + 1, text: text.trim() });
  };
  const visit = (node: ts.Node): void => {
    if (ts.isJsxElement(node) && MACROS.has(node.openingElement.tagName.getText(file)) && importsMacro(source)) return;
    if (ts.isJsxText(node)) report(node, node.text);
    if (ts.isJsxAttribute(node)) {
      if (SPOKEN_ATTRIBUTES.has(node.name.getText(file)) && !insideMacro(node, file)) {
        for (const text of literalsOf(node.initializer)) report(node, text);
      }
    } else if (ts.isJsxExpression(node) && !ts.isJsxAttribute(node.parent)) {
      for (const text of literalsOf(node)) report(node, text);
    }
    ts.forEachChild(node, visit);
  };
  visit(file);
  return found;
}

function importsMacro(source: string): boolean {
  return source.includes("@lingui/react/macro");
}

function insideMacro(attribute: ts.JsxAttribute, file: ts.SourceFile): boolean {
  const element = attribute.parent.parent;
  return MACROS.has(element.tagName.getText(file)) && importsMacro(file.text);
}

/** String literals that an expression can show: `"x"`, both arms of a choice, the right side of `&&` and `??`. */
function literalsOf(node: ts.Node | undefined): string[] {
  if (!node) return [];
  if (ts.isStringLiteral(node) || ts.isNoSubstitutionTemplateLiteral(node)) return [node.text];
  if (ts.isTemplateExpression(node)) return [node.head.text, ...node.templateSpans.map((span) => span.literal.text)];
  if (ts.isJsxExpression(node) || ts.isParenthesizedExpression(node)) return literalsOf(node.expression);
  if (ts.isConditionalExpression(node)) return [...literalsOf(node.whenTrue), ...literalsOf(node.whenFalse)];
  if (ts.isBinaryExpression(node)) return [...literalsOf(node.left), ...literalsOf(node.right)].filter(() => shows(node));
  return [];
}

function shows(node: ts.BinaryExpression): boolean {
  const kinds = [
    ts.SyntaxKind.AmpersandAmpersandToken,
    ts.SyntaxKind.BarBarToken,
    ts.SyntaxKind.QuestionQuestionToken,
    ts.SyntaxKind.PlusToken,
  ];
  return kinds.includes(node.operatorToken.kind);
}

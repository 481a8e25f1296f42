import { cruise, type ICruiseResult, type IForbiddenRuleType } from "dependency-cruiser";
import extractTSConfig from "dependency-cruiser/config-utl/extract-ts-config";

/** What each folder under `src` may import besides itself. */
const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  training: [],
  lib: [],
  i18n: ["lib"],
  ui: ["lib", "i18n"],
  api: ["lib"],
  db: ["api", "lib"],
  // Applying an operation derives kilograms and metres like the server.
  sync: ["db", "api", "lib", "training"],
  features: ["sync", "db", "api", "ui", "i18n", "lib", "training"],
};

/** Slices in their fixed order; a group may import the groups before it, not its neighbours. */
const SLICES: readonly (readonly string[])[] = [
  ["auth"],
  ["account"],
  ["exercises"],
  ["programs", "timers"],
  ["workouts", "recovery"],
  ["enrolments"],
  ["analytics"],
  ["sharing"],
  ["imports", "exports"],
  ["settings"],
  ["admin"],
];

const TESTS = "\\.test\\.tsx?$|/test-";

/** One rule per folder and per slice, generated instead of kept by hand. */
export function architectureRules(): IForbiddenRuleType[] {
  const rules: IForbiddenRuleType[] = [
    {
      name: "no-cycles",
      severity: "error",
      comment: "Two modules that need each other are one module.",
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ["type-only"] } },
    },
    {
      name: "components-do-not-call-the-api",
      severity: "error",
      comment: "Components read through queries.ts and write through commands.ts.",
      from: { path: "^src/(features|ui|app)/.*\\.tsx$", pathNot: TESTS },
      to: { path: "^src/api/(client|upload)\\.ts$" },
    },
    {
      name: "known-slices",
      severity: "error",
      comment: "A new slice gets its place in the order first (scripts/architecture.ts).",
      from: { path: `^src/features/(?!(${SLICES.flat().join("|")})/)` },
      to: {},
    },
  ];
  for (const [folder, allowed] of Object.entries(MAY_IMPORT)) {
    rules.push({
      name: `${folder}-points-down`,
      severity: "error",
      from: { path: `^src/${folder}/`, pathNot: TESTS },
      to: { path: "^src/", pathNot: `^src/(${[folder, ...allowed].join("|")})/` },
    });
  }
  for (const [level, group] of SLICES.entries()) {
    for (const slice of group) {
      const visible = [slice, ...SLICES.slice(0, level).flat()];
      rules.push({
        name: `slice-${slice}-points-down`,
        severity: "error",
        from: { path: `^src/features/${slice}/`, pathNot: TESTS },
        to: { path: "^src/features/", pathNot: `^src/features/(${visible.join("|")})/` },
      });
    }
  }
  return rules;
}

export interface Findings {
  readonly modules: number;
  readonly violations: readonly string[];
}

/** Read every import below `folder` and judge it by the rules. */
export async function judgeImports(folder: string, base_dir = process.cwd()): Promise<Findings> {
  const result = await cruise(
    [folder],
    {
      baseDir: base_dir,
      validate: true,
      ruleSet: { forbidden: architectureRules() },
      tsPreCompilationDeps: true,
      doNotFollow: { path: "node_modules" },
      exclude: { path: "(^|/)generated/|\\.(css|po)$" },
    },
    {},
    { tsConfig: extractTSConfig("tsconfig.json") },
  );
  const { modules, summary } = (result as { output: ICruiseResult }).output;
  return {
    modules: modules.filter((module) => module.source.startsWith("src/")).length,
    violations: summary.violations.map(({ rule, from, to }) => `${rule.name}: ${from} → ${to}`),
  };
}

import { judgeImports } from "./architecture.ts";

// With a compiler it cannot use, dependency-cruiser finds nothing and calls that "no violations".
const MIN_MODULES = 80;

const { modules, violations } = await judgeImports("src");
for (const violation of violations) console.error(violation);
console.log(`architecture: ${modules} modules, ${violations.length} violations`);
if (modules < MIN_MODULES) console.error(`expected at least ${MIN_MODULES} modules: the check did not see the code`);
process.exitCode = violations.length > 0 || modules < MIN_MODULES ? 1 : 0;

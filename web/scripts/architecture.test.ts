import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { judgeImports } from "./architecture.ts";

let folder = "";

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "fitfolio-arch-"));
});
afterEach(() => rm(folder, { recursive: true }));

async function write(files: Readonly<Record<string, string>>): Promise<void> {
  for (const [path, text] of Object.entries(files)) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), text);
  }
}

async function rulesBrokenBy(files: Readonly<Record<string, string>>): Promise<string[]> {
  await write(files);
  const { violations } = await judgeImports("src", folder);
  return violations.map((violation) => violation.split(":")[0] ?? "");
}

describe("the architecture check", () => {
  it("accepts an import that points down", async () => {
    const broken = await rulesBrokenBy({
      "src/features/workouts/page.ts": 'import { me } from "../auth/me.ts";\nexport const page = me;\n',
      "src/features/auth/me.ts": "export const me = 1;\n",
    });
    expect(broken).toEqual([]);
  });

  it("fails on a slice that imports one above it", async () => {
    const broken = await rulesBrokenBy({
      "src/features/auth/me.ts": 'import { page } from "../workouts/page.ts";\nexport const me = page;\n',
      "src/features/workouts/page.ts": "export const page = 1;\n",
    });
    expect(broken).toEqual(["slice-auth-points-down"]);
  });

  it("fails on a primitive that knows a feature", async () => {
    const broken = await rulesBrokenBy({
      "src/ui/button.ts": 'import { me } from "../features/auth/me.ts";\nexport const button = me;\n',
      "src/features/auth/me.ts": "export const me = 1;\n",
    });
    expect(broken).toEqual(["ui-points-down"]);
  });

  it("fails on a component that calls the API by itself", async () => {
    const broken = await rulesBrokenBy({
      "src/features/auth/page.tsx": 'import { api } from "../../api/client.ts";\nexport const page = api;\n',
      "src/api/client.ts": "export const api = 1;\n",
    });
    expect(broken).toEqual(["components-do-not-call-the-api"]);
  });

  it("fails on a slice without a place in the order", async () => {
    const broken = await rulesBrokenBy({
      "src/features/gossip/page.ts": 'import { id } from "../../lib/ids.ts";\nexport const page = id;\n',
      "src/lib/ids.ts": "export const id = 1;\n",
    });
    expect(broken).toEqual(["known-slices"]);
  });

  it("fails on a cycle", async () => {
    const broken = await rulesBrokenBy({
      "src/lib/a.ts": 'import { b } from "./b.ts";\nexport const a = () => b;\n',
      "src/lib/b.ts": 'import { a } from "./a.ts";\nexport const b = () => a;\n',
    });
    expect(broken).toContain("no-cycles");
  });
});

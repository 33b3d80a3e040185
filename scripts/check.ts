import { execFile } from "node:child_process";
import { readFile } from "node:fs/promises";
import { promisify } from "node:util";
import { compareCatalogues } from "./check/catalogues.ts";
import { findLayerProblems } from "./check/layers.ts";
import { runSteps, type Step } from "./run/steps.ts";

const run = promisify(execFile);

async function trackedFiles(): Promise<string[]> {
  const { stdout } = await run("git", ["ls-files", "--cached", "--others", "--exclude-standard"], {
    maxBuffer: 2 ** 24,
  });
  return stdout.split("\n").filter((path) => path !== "");
}

async function readCatalogue(locale: string) {
  return JSON.parse(await readFile(`messages/${locale}.json`, "utf8"));
}

function refuse(problems: readonly string[]): void {
  if (problems.length > 0) throw new Error(problems.join("\n"));
}

/** What `npm run check` and the first part of `npm test` ask of the sources. */
export const CHECKS: readonly Step[] = [
  { name: "format and lint", command: ["biome", "ci", "--error-on-warnings", "--colors=off", "."] },
  { name: "types", command: ["tsc", "-p", "."] },
  { name: "layers", run: async () => refuse(await findLayerProblems(".", await trackedFiles())) },
  { name: "unused code", command: ["knip", "--no-progress"] },
  {
    name: "message catalogues",
    run: async () => refuse(compareCatalogues(await readCatalogue("nl"), await readCatalogue("en"))),
  },
];

if (import.meta.main) {
  const { failed } = await runSteps(CHECKS);
  process.exit(failed.length > 0 ? 1 : 0);
}

import { readFile } from "node:fs/promises";
import { dirname, relative, resolve } from "node:path";
import { parseSync } from "oxc-parser";

/** Programs open the database before they use it. */
const PROGRAM = [
  "lib",
  "db/queries",
  "db/mutations",
  "db/seed",
  "db/open.ts",
  "db/migrate.ts",
  "db/client.ts",
  "db/watch.ts",
  "db/bulk.ts",
];

/** What a layer may import, itself included; the first rule whose folder holds the file decides. */
const LAYERS: readonly { readonly folder: string; readonly may: readonly string[] }[] = [
  { folder: "lib/scoring", may: ["lib/scoring"] },
  { folder: "lib", may: ["lib"] },
  { folder: "db/schema", may: ["db/schema", "lib"] },
  { folder: "db", may: ["db", "lib"] },
  { folder: "components/ui", may: ["components/ui", "lib/i18n", "lib/json.ts"] },
  { folder: "components", may: ["components", "lib"] },
  { folder: "app", may: ["app", "components", "lib", "db/queries", "db/mutations", "messages"] },
  { folder: "worker", may: ["worker", "scripts/run/child.ts", ...PROGRAM] },
  // A benchmark fills a database past all mutations, and measures its streams one by one.
  { folder: "scripts/bench", may: ["scripts", "lib", "db"] },
  { folder: "scripts", may: ["scripts", ...PROGRAM] },
  { folder: "e2e", may: ["e2e", "lib", "db", "messages", "scripts"] },
];
const PACKAGES_OF_SCORING = ["zod"];
const LITERAL = /^["'](.+)["']$/;
const SOURCE = /\.(ts|tsx|mjs)$/;
const TEST = /\.test\.tsx?$|\/test\//;
const FORBIDDEN_NAMES = /(^|\/)(utils?|helpers?|common|misc|shared|stuff)(\/|\.)/;

type Module = { readonly path: string; readonly imports: readonly string[] };

/** Reads modules and says, in sentences, where imports leave their layer or run in a circle. */
export async function findLayerProblems(root: string, paths: readonly string[]): Promise<string[]> {
  const modules = await Promise.all(paths.filter((path) => SOURCE.test(path)).map((path) => readModule(root, path)));
  const edges = modules.reduce((sum, { imports }) => sum + imports.length, 0);
  if (modules.length === 0 || edges === 0) return ["The layer check saw no modules or no imports: it checks nothing."];
  return [
    ...paths.filter((path) => FORBIDDEN_NAMES.test(path)).map((path) => `${path}: the name says nothing`),
    ...modules.filter(({ path }) => !TEST.test(path)).flatMap(strayImports),
    ...findCycles(modules),
  ];
}

async function readModule(root: string, path: string): Promise<Module> {
  const source = await readFile(resolve(root, path), "utf8");
  const { module, errors } = parseSync(path, source);
  if (errors.length > 0) throw new Error(`${path} cannot be read: ${errors[0]?.message}`);
  const specifiers = [
    ...module.staticImports.map((statement) => statement.moduleRequest.value),
    ...module.staticExports.flatMap(({ entries }) => entries.map((entry) => entry.moduleRequest?.value)),
    ...module.dynamicImports.map(({ moduleRequest: { start, end } }) => LITERAL.exec(source.slice(start, end))?.[1]),
  ];
  const imports = specifiers.flatMap((specifier) => (specifier ? target(path, specifier) : []));
  return { path, imports: [...new Set(imports)] };
}

/** A path of the project, or `npm:<package>`. */
function target(from: string, specifier: string): string {
  if (specifier.startsWith("#")) return specifier.slice(1);
  if (specifier.startsWith(".")) return relative(".", resolve(dirname(from), specifier));
  return `npm:${specifier}`;
}

function strayImports({ path, imports }: Module): string[] {
  const layer = LAYERS.find(({ folder }) => path.startsWith(`${folder}/`));
  if (!layer) return [];
  return imports.flatMap((imported) => {
    if (imported.startsWith("npm:")) {
      const isForeign = layer.folder === "lib/scoring" && !PACKAGES_OF_SCORING.includes(imported.slice(4));
      return isForeign ? [`${path}: the engine may not import ${imported.slice(4)}`] : [];
    }
    return layer.may.some((allowed) => imported === allowed || imported.startsWith(`${allowed}/`))
      ? []
      : [`${path}: ${layer.folder} may not import ${imported}`];
  });
}

function findCycles(modules: readonly Module[]): string[] {
  const graph = new Map(modules.map(({ path, imports }) => [path, imports]));
  const state = new Map<string, "open" | "done">();
  const found: string[] = [];
  function visit(path: string, trail: readonly string[]) {
    if (state.get(path) === "done") return;
    if (state.get(path) === "open") {
      found.push(`a circle of imports: ${[...trail.slice(trail.indexOf(path)), path].join(" -> ")}`);
      return;
    }
    state.set(path, "open");
    for (const imported of graph.get(path) ?? []) if (graph.has(imported)) visit(imported, [...trail, path]);
    state.set(path, "done");
  }
  for (const { path } of modules) visit(path, []);
  return found;
}

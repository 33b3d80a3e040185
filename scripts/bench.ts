import { runProgram } from "./run/failure.ts";

const BENCHES: Readonly<Record<string, () => Promise<{ readonly bench: (args: readonly string[]) => Promise<void> }>>> =
  {
    events: () => import("./bench/events.ts"),
    ingest: () => import("./bench/ingest.ts"),
    import: () => import("./bench/import.ts"),
    lists: () => import("./bench/lists.ts"),
    engine: () => import("./bench/engine.ts"),
    pass: () => import("./bench/pass.ts"),
    performance: () => import("./bench/performance.ts"),
    preview: () => import("./bench/preview.ts"),
  };

await runProgram(async () => {
  const [name, ...args] = process.argv.slice(2);
  const load = name === undefined ? undefined : BENCHES[name];
  if (!load) throw new Error(`Say which: npm run bench -- ${Object.keys(BENCHES).join("|")} [--rows N] [--json]`);
  await (await load()).bench(args);
  return 0;
});

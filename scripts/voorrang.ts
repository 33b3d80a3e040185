import { once } from "node:events";
import { migrateDatabase } from "#db/migrate.ts";
import { openDatabase } from "#db/open.ts";
import { now } from "#lib/clock.ts";
import { type Command, CommandError, type CommandOutput } from "./run/command.ts";
import { readOptions } from "./run/read-options.ts";

/** Loaded behind the database's address, which their modules need. */
const COMMANDS: Readonly<Record<string, () => Promise<{ readonly command: Command }>>> = {
  migrate: () => import("./commands/migrate.ts"),
  user: () => import("./commands/user.ts"),
  import: () => import("./commands/import.ts"),
  model: () => import("./commands/model.ts"),
  score: () => import("./commands/score.ts"),
  verify: () => import("./commands/verify.ts"),
  evaluate: () => import("./commands/evaluate.ts"),
  explain: () => import("./commands/explain.ts"),
  export: () => import("./commands/export.ts"),
};

const HELP = `npm run voorrang -- COMMAND [--json]

${Object.keys(COMMANDS).join(", ")}

COMMAND --help tells more. --json prints one JSON object. The database is the one that DATABASE_URL
names, else the embedded one in DATA_DIR (.data), started when it does not run.`;

const OURS = { json: { type: "boolean" }, help: { type: "boolean" } } as const;

// Whoever reads may stop reading (`| head`): `print` notices, and what is left to say interests nobody.
let isHeard = true;
process.stdout.on("error", () => {
  isHeard = false;
});

const [name, ...rest] = process.argv.slice(2);
const isJson = rest.includes("--json");
try {
  await main();
} catch (error) {
  await fail(error instanceof Error ? error : new Error(String(error)));
}

async function main(): Promise<void> {
  if (name === undefined || name === "help" || name === "--help") return void (await print(`${HELP}\n`));
  const load = COMMANDS[name];
  if (!load) throw new CommandError(`There is no command ${name}: choose ${Object.keys(COMMANDS).join(", ")}.`);
  if (rest.includes("--help")) return void (await print(`${(await load()).command.help}\n`));
  const database = await openDatabase();
  try {
    await migrateDatabase(database.url);
    const { command } = await load();
    const { client } = await import("#db/client.ts");
    try {
      const options = { ...command.options, ...OURS };
      await say(await command.run({ ...readOptions({ name, args: rest, options }), at: now() }));
    } finally {
      await client.end();
    }
  } finally {
    await database.release();
  }
}

async function say(output: CommandOutput): Promise<void> {
  if ("stream" in output) for await (const part of output.stream) await print(part);
  else {
    await print(`${isJson ? JSON.stringify(output.json) : output.text}\n`);
    if (output.isFailure) process.exitCode = 1;
  }
}

/** Waits for a slow reader, so that memory does not grow with what is printed. */
async function print(text: string): Promise<void> {
  if (!isHeard) throw new Error("Nobody reads on.");
  if (!process.stdout.write(text)) await once(process.stdout, "drain");
}

async function fail(error: Error): Promise<void> {
  if (!isHeard) return;
  if (isJson) await print(`${JSON.stringify({ error: error.message })}\n`);
  else process.stderr.write(`${error.message}\n`);
  if (process.env.LOG_LEVEL === "debug") process.stderr.write(`${error.stack}\n`);
  process.exitCode = 1;
}

// Runs before anything is installed, on the Node the machine has (20 or newer): installs what the
// lock file says, then hands over to the program, which runs on the Node that was installed with it.
import { spawn, spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";

const root = resolve(dirname(fileURLToPath(import.meta.url)), "..");
const [program, ...args] = process.argv.slice(2);
const stamp = join(root, "node_modules", ".installed");
const wanted = createHash("sha256")
  .update(readFileSync(join(root, "package-lock.json")))
  .digest("hex");

if (!existsSync(stamp) || readFileSync(stamp, "utf8") !== wanted) {
  process.stdout.write("Installing the dependencies (once; the lock file says which)…\n");
  // The npm that runs this script, where there is one: it may not be on the PATH.
  const npm = process.env.npm_execpath;
  const production = process.env.NODE_ENV === "production" ? ["--omit=dev"] : [];
  const parameters = ["ci", "--no-fund", "--no-audit", "--loglevel=error", ...production];
  const installed = npm
    ? spawnSync(process.execPath, [npm, ...parameters], { cwd: root, stdio: "inherit" })
    : spawnSync("npm", parameters, { cwd: root, stdio: "inherit", shell: process.platform === "win32" });
  if (installed.status !== 0) {
    process.stderr.write("The dependencies could not be installed; the lines above say why.\n");
    process.exit(1);
  }
  writeFileSync(stamp, wanted);
}

const bundled = join(root, "node_modules", ".bin", process.platform === "win32" ? "node.cmd" : "node");
const node = existsSync(bundled) ? bundled : process.execPath;
const major = spawnSync(node, ["-p", "process.versions.node.split('.')[0]"], { encoding: "utf8" }).stdout;
if (Number(major) < 24) {
  process.stderr.write(`Voorrang runs on Node 24 or newer; this is Node ${major.trim()}.\n`);
  process.exit(1);
}
process.env.PATH = `${join(root, "node_modules", ".bin")}:${process.env.PATH}`;
const environment = existsSync(join(root, ".env")) ? ["--env-file=.env"] : [];
// As scripts/run/node-flags.ts says of programs that handle files row by row.
const flags = ["--max-semi-space-size=16"];
const child = spawn(node, [...flags, ...environment, join(root, "scripts", `${program}.ts`), ...args], {
  cwd: root,
  stdio: "inherit",
});
// The program decides when it is done; a second signal, as a terminal's Ctrl-C sends to both, changes nothing.
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => child.kill(signal));
child.on("exit", (code, signal) => process.exit(signal ? 1 : (code ?? 1)));

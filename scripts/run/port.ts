import { randomInt } from "node:crypto";
import { createServer } from "node:net";
import { EnvError } from "#lib/env.ts";

const DEFAULT = 3000;
const TRIES = 100;
/** Above those that browsers refuse, below those that the system gives to connections. */
const UNUSED = { from: 11_000, until: 30_000 };

/** The port asked for, which must be free; else 3000 or the next free one. */
export async function choosePort(host: string, asked: number | undefined): Promise<number> {
  if (asked !== undefined) {
    if (await isFree(host, asked)) return asked;
    throw new Error(`Port ${asked} of ${host} is taken: stop what uses it, or set PORT to another one.`);
  }
  for (let port = DEFAULT; port < DEFAULT + TRIES; port++) if (await isFree(host, port)) return port;
  throw new Error(`No free port on ${host} from ${DEFAULT} to ${DEFAULT + TRIES - 1}: set PORT.`);
}

/** Several different ports for servers of this machine alone, at random: who asks at the same moment hardly gets the same. */
export async function choosePorts(count: number): Promise<number[]> {
  const ports = new Set<number>();
  while (ports.size < count) {
    const port = randomInt(UNUSED.from, UNUSED.until);
    if (await isFree("127.0.0.1", port)) ports.add(port);
  }
  return [...ports];
}

function isFree(host: string, port: number): Promise<boolean> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once("error", (error: NodeJS.ErrnoException) => {
      if (error.code === "EADDRINUSE") resolve(false);
      else reject(new EnvError(refusal(error, host, port)));
    });
    server.listen(port, host, () => server.close(() => resolve(true)));
  });
}

function refusal({ code, message }: NodeJS.ErrnoException, host: string, port: number): string {
  switch (code) {
    case "ENOTFOUND":
    case "EAI_AGAIN":
    case "EADDRNOTAVAIL":
    case "EAFNOSUPPORT":
    case "EINVAL":
      return `The environment variable HOST must be an address of this machine, which ${host} is not.`;
    case "EACCES":
      return `The environment variable PORT names ${port}, which this user may not open: choose one from 1024 on.`;
    default:
      return `Port ${port} of ${host} cannot be opened: ${message}.`;
  }
}

import { createServer } from "node:net";

const DEFAULT = 3000;
const TRIES = 100;

/** The port asked for, which must be free; else 3000 or the next free one. */
export async function choosePort(host: string, asked: number | undefined): Promise<number> {
  if (asked !== undefined) {
    if (await isFree(host, asked)) return asked;
    throw new Error(`Port ${asked} of ${host} is taken: stop what uses it, or set PORT to another one.`);
  }
  for (let port = DEFAULT; port < DEFAULT + TRIES; port++) if (await isFree(host, port)) return port;
  throw new Error(`No free port on ${host} from ${DEFAULT} to ${DEFAULT + TRIES - 1}: set PORT.`);
}

function isFree(host: string, port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once("error", () => resolve(false));
    server.listen(port, host, () => server.close(() => resolve(true)));
  });
}

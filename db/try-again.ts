import { setTimeout as sleep } from "node:timers/promises";

const TRIES = 6;
const FIRST_WAIT_MS = 10;
/** Waits of 10, 40, 160, 640 and 2,560 ms at most: together the time an embedded server needs to come back. */
const GROWTH = 4;

/** PostgreSQL undid the work because of somebody else's: a serialization failure, a deadlock. */
const UNDONE = ["40001", "40P01"];
/** There was nobody to send anything to: no server, or one that is starting or stopping. */
const UNREACHED = ["ECONNREFUSED", "ECONNRESET", "EPIPE", "57P01", "57P02", "57P03"];

/** A failure of which nothing is left in the database, so that the same work may be done once more. */
export class NothingKept extends Error {
  constructor(cause: unknown) {
    super("Nothing was kept.", { cause });
  }
}

/** Does work until it succeeds, at most six times, as long as it fails with `NothingKept`; then throws the cause of that. */
export async function tryAgain<T>(work: () => Promise<T>): Promise<T> {
  for (let tries = 1; ; tries++) {
    try {
      return await work();
    } catch (error) {
      if (!(error instanceof NothingKept)) throw error;
      if (tries === TRIES) throw error.cause;
      // Two that met must not meet again: each waits as long as chance says.
      await sleep(FIRST_WAIT_MS * GROWTH ** (tries - 1) * Math.random());
    }
  }
}

/** Whether PostgreSQL itself undid what failed with this error. */
export function wasUndone(error: unknown): boolean {
  return UNDONE.includes(codeOf(error));
}

/** Whether a statement was refused because one before it in its transaction failed. */
export function isAborted(error: unknown): boolean {
  return codeOf(error) === "25P02";
}

/** Whether a connection could not be made for a reason that passes. */
export function wasUnreached(error: unknown): boolean {
  return UNREACHED.includes(codeOf(error));
}

/** The code of an error of the database or of the system, or of the innermost cause that has one. */
function codeOf(error: unknown): string {
  if (!(error instanceof Error)) return "";
  const inner = codeOf(error.cause);
  return inner || ("code" in error && typeof error.code === "string" ? error.code : "");
}

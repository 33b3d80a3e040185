import { setTimeout as wait } from "node:timers/promises";
import { CrmError, type CrmFailureReason } from "./crm-error.ts";

const MOST_TRIES = 6;
const FIRST_WAIT_MS = 500;
const GROWTH = 2;
/** A call that asks to be left alone for longer is for a later run. */
const MOST_WAIT_MS = 60_000;

export type Patience = {
  readonly signal?: AbortSignal;
  readonly sleep?: (ms: number, signal?: AbortSignal) => Promise<void>;
};

/** Calls of one kind, one after the other and no closer together than a CRM allows. */
export class Pace {
  readonly #gapMs: number;
  readonly #patience: Patience;
  #turn: Promise<unknown> = Promise.resolve();

  constructor(gapMs: number, patience: Patience = {}) {
    this.#gapMs = gapMs;
    this.#patience = patience;
  }

  /** Makes a call when its turn comes; again when the CRM could not be reached or asks for a pause. */
  run<T>(call: () => Promise<T>): Promise<T> {
    const result = this.#turn.then(() => withPatience(call, this.#patience));
    const { sleep = pause, signal } = this.#patience;
    this.#turn = result.catch(() => {}).then(() => sleep(this.#gapMs, signal).catch(() => {}));
    return result;
  }
}

async function withPatience<T>(call: () => Promise<T>, { signal, sleep = pause }: Patience): Promise<T> {
  for (let tries = 1; ; tries++) {
    signal?.throwIfAborted();
    try {
      return await call();
    } catch (error) {
      const waitMs = error instanceof CrmError && tries < MOST_TRIES ? waitOf(error, tries) : null;
      if (waitMs === null) throw error;
      await sleep(waitMs, signal);
    }
  }
}

const PASSING: readonly CrmFailureReason[] = ["paced", "unreachable", "failing"];

/** null: waiting changes nothing. */
function waitOf({ reason, afterMs }: CrmError, tries: number): number | null {
  if (!PASSING.includes(reason)) return null;
  const waitMs = afterMs ?? FIRST_WAIT_MS * GROWTH ** (tries - 1);
  return waitMs > MOST_WAIT_MS ? null : waitMs;
}

async function pause(ms: number, signal?: AbortSignal): Promise<void> {
  await wait(ms, undefined, { signal });
}

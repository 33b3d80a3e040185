import { readEnv } from "./env.ts";

/**
 * The only place that reads the time. A test clock (`VOORRANG_TEST_NOW`, an ISO instant) stood at the
 * instant it names when the program started and runs on; the environment refuses it outside `VOORRANG_TEST=1`.
 */
let offset: number | undefined;

/** From the start of the program, not from the first question: a bundle holds this module more than once. */
function testOffset(): number {
  const start = readEnv().VOORRANG_TEST_NOW;
  return start === undefined ? 0 : start.getTime() - performance.timeOrigin;
}

export function now(): Date {
  offset ??= testOffset();
  return new Date(Date.now() + offset);
}

import { readEnv } from "./env.ts";

/**
 * The only place that reads the time. A test clock (`VOORRANG_TEST_NOW`, an ISO instant) starts at
 * the instant it names and runs on; the environment refuses it outside `VOORRANG_TEST=1`.
 */
let offset: number | undefined;

function testOffset(): number {
  const start = readEnv().VOORRANG_TEST_NOW;
  return start === undefined ? 0 : start.getTime() - Date.now();
}

export function now(): Date {
  offset ??= testOffset();
  return new Date(Date.now() + offset);
}

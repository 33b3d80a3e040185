import { readEnv } from "#lib/env.ts";
import { networkList } from "#lib/networks.ts";
import type { Outgoing } from "./connect.ts";

/** A person may wait for it, and a job does. */
const PATIENCE_MS = 10_000;

/** What this installation may reach. */
export function outgoingOf(env = readEnv()): Outgoing {
  return { allowed: networkList(env.OUTGOING_NETWORKS), patienceMs: PATIENCE_MS };
}

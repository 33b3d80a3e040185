import { randomUUID } from "node:crypto";
import { joinTakers } from "#db/mutations/join-takers.ts";
import { createAdmission } from "#lib/ingest/admission.ts";

const takerId = randomUUID();
const COUNT_EVERY_MS = 3_000;

/** What this process takes in at a time: its part of what all take. */
export const admission = createAdmission();

let countedAt = Number.NEGATIVE_INFINITY;

/** Nobody waits for it: who else takes messages is known a moment later. */
export function shareRoom(at: Date): void {
  if (at.getTime() - countedAt < COUNT_EVERY_MS) return;
  countedAt = at.getTime();
  // A database that does not answer says so to the request itself; the part stays as it is.
  void joinTakers({ takerId, at }).then(admission.share, () => {});
}

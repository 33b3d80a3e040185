import { createSerializer } from "nuqs/server";
import { type HandOverParams, handOverParams } from "#lib/call-list/hand-over.ts";

const serialize = createSerializer(handOverParams);

/** The address of the hand-over list, or of its CSV, as it is asked for. */
export function handOverAddress(
  path: "/leads/hand-over" | "/api/leads/hand-over",
  params: Partial<HandOverParams>,
): string {
  return serialize(path, params);
}

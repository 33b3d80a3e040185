import { createSerializer } from "nuqs/server";
import { type NurtureParams, nurtureParams } from "#lib/lifecycle/nurture-list.ts";

const serialize = createSerializer(nurtureParams);

/** The address of the nurture list, or of its CSV, as it is asked for. */
export function nurtureAddress(path: "/leads/nurture" | "/api/leads/nurture", params: Partial<NurtureParams>): string {
  return serialize(path, params);
}

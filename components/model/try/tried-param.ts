import { parseAsInteger, useQueryState } from "nuqs";

/** The lead that the draft is tried on, in the address, so that it can be sent to a colleague. */
export function useTriedLeadId() {
  return useQueryState("lead", parseAsInteger);
}

/** Where it is shown. */
export const TRY_ID = "try-lead";

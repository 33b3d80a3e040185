import { useState } from "react";
import type { CallRow } from "#lib/call-list/view.ts";

/** Who came in out of sight, newest reading last, until the reader looks. */
export function useNewcomers(rows: readonly CallRow[]) {
  const [outOfSight, setOutOfSight] = useState<readonly number[]>([]);
  return {
    newcomers: rows.filter(({ leadId, done }) => done === null && outOfSight.includes(leadId)),
    announce: (newcomers: readonly CallRow[]) =>
      setOutOfSight((known) => [...known, ...newcomers.map(({ leadId }) => leadId)]),
    forget: () => setOutOfSight([]),
  };
}

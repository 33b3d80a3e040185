import { useEffect } from "react";

/** So many are read to find the lead that the address names; a person has hardly walked further. */
const MOST_SOUGHT = 600;

type Sought = {
  readonly selectedId: number | null;
  /** Of the pages read so far. */
  readonly rows: readonly { readonly leadId: number }[];
  /** Whether the rows are what was asked for, and all that was asked for. */
  readonly isRead: boolean;
  readonly hasNextPage: boolean;
  readonly fetchNextPage: () => unknown;
  readonly select: (leadId: number | null) => void;
};

/**
 * After a reload, or once a lead has left the list, the address names one that the pages read so far do
 * not hold: it is looked for on the next ones, or else no longer named.
 */
export function useSoughtLead({ selectedId, rows, isRead, hasNextPage, fetchNextPage, select }: Sought): void {
  const isMissing = selectedId !== null && isRead && rows.every(({ leadId }) => leadId !== selectedId);
  const read = rows.length;
  useEffect(() => {
    if (!isMissing) return;
    if (hasNextPage && read < MOST_SOUGHT) void fetchNextPage();
    else select(null);
  }, [isMissing, hasNextPage, read, fetchNextPage, select]);
}

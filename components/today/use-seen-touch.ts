import { useEffect, useEffectEvent, useRef } from "react";
import { ON_ITS_WAY } from "#lib/call-list/change.ts";
import type { CallRow } from "#lib/call-list/view.ts";

/**
 * What the reader has seen of the lead in hand: its newest outcome as it was when it was taken in hand,
 * or one of this page since. What somebody else records meanwhile shows at once, but an outcome that
 * was decided before it showed is refused, and says so.
 */
export function useSeenTouch(selected: CallRow | null) {
  const seen = useRef<{ readonly leadId: number; readonly touchId: number | null } | null>(null);
  const take = useEffectEvent((leadId: number) => {
    seen.current = { leadId, touchId: selected?.seenTouchId ?? null };
  });
  const inHand = selected?.leadId ?? null;
  useEffect(() => {
    if (inHand !== null) take(inHand);
  }, [inHand]);
  return {
    asSeen: (row: CallRow): CallRow =>
      seen.current?.leadId === row.leadId ? { ...row, seenTouchId: seen.current.touchId } : row,
    /** This page recorded an outcome of it, or takes one back. */
    act: (leadId: number) => {
      if (seen.current?.leadId === leadId) seen.current = { leadId, touchId: ON_ITS_WAY };
    },
    /** The reader was told how it stands. */
    tell: (leadId: number) => {
      if (seen.current?.leadId === leadId) seen.current = null;
    },
  };
}

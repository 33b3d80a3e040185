import { type QueryKey, useIsMutating, useMutation, useQueryClient } from "@tanstack/react-query";
import { useRef, useState } from "react";
import type { TouchActions } from "#components/dispositions/touch-actions.ts";
import { ON_ITS_WAY, withOutcome, withoutOutcome, withRow } from "#lib/call-list/change.ts";
import type { Touch } from "#lib/call-list/touch.ts";
import type { CallRow, TodayView } from "#lib/call-list/view.ts";
import { minuteOf, type Outcome, reasonOf, TOUCH_KIND_OF, untilOf } from "#lib/lifecycle/outcome.ts";
import type { ActionResult } from "#lib/result.ts";

/** What the page says of the last thing that was done on it. */
export type TodayNotice =
  | { readonly kind: "recorded"; readonly row: CallRow; readonly touch: Touch }
  | { readonly kind: "undone"; readonly row: CallRow }
  /** `message` is null when the server could not be reached. */
  | { readonly kind: "refused"; readonly row: CallRow; readonly message: string | null };

/** Words of an outcome that does not stand after all. */
export type ReturnedNote = { readonly leadId: number; readonly note: string };

type Options = {
  view: TodayView;
  /** Under which the list is kept. */
  queryKey: QueryKey;
  actions: TouchActions;
  /** Hands back the note of an outcome that was refused or undone. */
  onReturn: (returned: ReturnedNote) => void;
};

class Refused extends Error {}

/** Outcomes as they are recorded and undone: they show at once and are taken back when they are refused. */
export function useOutcomes({ view, queryKey, actions, onReturn }: Options) {
  const client = useQueryClient();
  const [notice, setNotice] = useState<TodayNotice | null>(null);
  /** By lead, the newest outcome where the row knows it as on its way; null: none is left. */
  const newest = useRef(new Map<number, number | null>());
  const isSaving = useIsMutating() > 0;

  const change = (apply: (view: TodayView) => TodayView) =>
    client.setQueryData<TodayView>(queryKey, (known) => known && apply(known));
  const idOf = (row: CallRow, touchId: number | null) =>
    touchId === ON_ITS_WAY ? (newest.current.get(row.leadId) ?? null) : touchId;

  // One after the other, so that an undo finds the touch it takes back.
  const shared = {
    scope: { id: "touches" },
    // Without a connection an outcome fails at once: one that waits would be lost with the page.
    networkMode: "always" as const,
    onError: (error: Error, { row }: { row: CallRow }) => {
      change((known) => withRow(known, row));
      setNotice({ kind: "refused", row, message: error instanceof Refused ? error.message : null });
    },
    onSettled: async () => {
      if (client.isMutating() === 1) await client.invalidateQueries({ queryKey });
    },
  };

  const record = useMutation({
    ...shared,
    onError: (error, { row, note }) => {
      shared.onError(error, { row });
      onReturn({ leadId: row.leadId, note });
    },
    onMutate: async ({ row, outcome, note }: { row: CallRow; outcome: Outcome; note: string }) => {
      const touch = touchOf({ outcome, note, view });
      change((known) => withOutcome(known, row.leadId, touch));
      setNotice({ kind: "recorded", row, touch });
      await client.cancelQueries({ queryKey });
    },
    mutationFn: async ({ row, outcome, note }) => {
      const { leadId } = row;
      const { touchId } = unwrap(
        await actions.record({ leadId, outcome, note, seenTouchId: idOf(row, row.seenTouchId) }),
      );
      newest.current.set(leadId, touchId);
    },
  });

  const undo = useMutation({
    ...shared,
    onMutate: async ({ row }: { row: CallRow; touch: Touch }) => {
      change((known) => withoutOutcome(known, row.leadId));
      setNotice({ kind: "undone", row });
      await client.cancelQueries({ queryKey });
    },
    mutationFn: async ({ row, touch }) => {
      const touchId = idOf(row, touch.id);
      if (touchId === null) throw new Error("The touch to take back was never stored.");
      const { seenTouchId } = unwrap(await actions.undo({ leadId: row.leadId, touchId }));
      newest.current.set(row.leadId, seenTouchId);
    },
    onSuccess: (_, { row, touch }) => onReturn({ leadId: row.leadId, note: touch.note }),
  });

  return { isSaving, notice, dismiss: () => setNotice(null), record: record.mutate, undo: undo.mutate };
}

function unwrap<T>(result: ActionResult<T>): T {
  if (!result.ok) throw new Refused(result.refusal.message);
  return result.value;
}

/** The touch as it will be read back; its time is that of the last reading until then. */
function touchOf({ outcome, note, view }: { outcome: Outcome; note: string; view: TodayView }): Touch {
  const { disposition } = outcome;
  return {
    id: ON_ITS_WAY,
    at: view.readAt,
    kind: TOUCH_KIND_OF[disposition],
    disposition,
    reason: reasonOf(outcome),
    snoozedUntil: untilOf(outcome),
    snoozedMinute: minuteOf(outcome),
    note,
    by: view.rep,
  };
}

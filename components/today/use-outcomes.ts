import { useMutation } from "@tanstack/react-query";
import type { TouchActions } from "#components/dispositions/touch-actions.ts";
import { ON_ITS_WAY, withOutcome, withoutOutcome } from "#lib/call-list/change.ts";
import { timeOfNext } from "#lib/call-list/own-acts.ts";
import type { Touch } from "#lib/call-list/touch.ts";
import type { CallRow, TodayView } from "#lib/call-list/view.ts";
import { attemptOf, minuteOf, type Outcome, reasonOf, untilOf } from "#lib/lifecycle/outcome.ts";
import { type Acts, unwrap } from "./use-acts.ts";

/** Words of an act that does not stand after all. */
export type ReturnedNote = {
  readonly row: CallRow;
  readonly note: string;
  /** What it was called when it was sent as a note. */
  readonly noteId?: string;
};

type Options = {
  acts: Acts;
  view: TodayView;
  actions: TouchActions;
  /** Hands back the note of an outcome that was refused or undone. */
  onReturn: (returned: ReturnedNote) => void;
};

/** Outcomes as they are recorded and undone. */
export function useOutcomes({ acts, view, actions, onReturn }: Options) {
  const { shared, idOf, learn, show } = acts;

  const record = useMutation({
    ...shared,
    onError: (error, { row, note }) => {
      shared.onError(error, { row });
      onReturn({ row, note });
    },
    onMutate: ({ row, outcome, note }: { row: CallRow; outcome: Outcome; note: string }) => {
      const touch = touchOf({ outcome, note, view });
      return show((known) => withOutcome(known, row.leadId, touch), { kind: "recorded", row, touch });
    },
    mutationFn: async ({ row, outcome, note }) => {
      const { leadId } = row;
      const { touchId } = unwrap(
        await actions.record({ leadId, outcome, note, seenTouchId: idOf(row, row.seenTouchId) }),
      );
      learn(row, touchId);
    },
  });

  const undo = useMutation({
    ...shared,
    onMutate: ({ row }: { row: CallRow; touch: Touch }) =>
      show((known) => withoutOutcome(known, row.leadId), { kind: "undone", row }),
    mutationFn: async ({ row, touch }) => {
      const touchId = idOf(row, touch.id);
      if (touchId === null) throw new Error("The touch to take back was never stored.");
      const { seenTouchId } = unwrap(await actions.undo({ leadId: row.leadId, touchId }));
      learn(row, seenTouchId);
    },
    onSuccess: (_, { row, touch }) => onReturn({ row, note: touch.note }),
  });

  return { record: record.mutate, undo: undo.mutate };
}

/** The touch as it will be read back; its time is the server's only then. */
function touchOf({ outcome, note, view }: { outcome: Outcome; note: string; view: TodayView }): Touch {
  const { disposition } = outcome;
  return {
    id: ON_ITS_WAY,
    at: timeOfNext(view.rows, view.readAt),
    kind: attemptOf(outcome),
    disposition,
    reason: reasonOf(outcome),
    snoozedUntil: untilOf(outcome),
    snoozedMinute: minuteOf(outcome),
    note,
    by: view.rep,
  };
}

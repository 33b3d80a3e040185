import { type QueryKey, useIsMutating, useQueryClient } from "@tanstack/react-query";
import { useRef, useState } from "react";
import { ON_ITS_WAY, withRow } from "#lib/call-list/change.ts";
import type { Touch } from "#lib/call-list/touch.ts";
import type { CallRow, TodayView } from "#lib/call-list/view.ts";
import type { ActionResult, ShownRefusal } from "#lib/result.ts";

/** What the page says of the last thing that was done on it. */
export type TodayNotice =
  | { readonly kind: "recorded" | "noted"; readonly row: CallRow; readonly touch: Touch }
  | { readonly kind: "undone" | "note_undone" | "call_undone" | "calling" | "unsure"; readonly row: CallRow }
  /** `refusal` is null when the server could not be reached. */
  | { readonly kind: "refused"; readonly row: CallRow; readonly refusal: ShownRefusal | null };

class Refused extends Error {
  readonly refusal: ShownRefusal;
  constructor(refusal: ShownRefusal) {
    super(refusal.message);
    this.refusal = refusal;
  }
}

/** What all acts share: they show at once, are taken back when they are refused, and come one after the other. */
export function useActs(queryKey: QueryKey) {
  const client = useQueryClient();
  const [notice, setNotice] = useState<TodayNotice | null>(null);
  /** By lead and by what is on its way: the id it got; null: none is left. */
  const ids = useRef(new Map<number, number | null>());
  const isSaving = useIsMutating() > 0;

  const change = (apply: (view: TodayView) => TodayView) =>
    client.setQueryData<TodayView>(queryKey, (known) => known && apply(known));

  return {
    isSaving,
    notice,
    say: setNotice,
    change,
    /** The newest outcome of a row by its id, also where the row knows it as on its way. */
    idOf: (row: CallRow, touchId: number | null) =>
      touchId === ON_ITS_WAY ? (ids.current.get(row.leadId) ?? null) : touchId,
    learn: (row: CallRow, touchId: number | null) => void ids.current.set(row.leadId, touchId),
    /** Shows a change before the server answers. */
    show: async (apply: (view: TodayView) => TodayView, said: TodayNotice) => {
      change(apply);
      setNotice(said);
      await client.cancelQueries({ queryKey });
    },
    // One after the other, so that an undo finds the touch it takes back.
    shared: {
      scope: { id: "touches" },
      // Without a connection an act fails at once: one that waits would be lost with the page.
      networkMode: "always" as const,
      onError: (error: Error, { row }: { row: CallRow }) => {
        change((known) => withRow(known, row));
        setNotice({ kind: "refused", row, refusal: error instanceof Refused ? error.refusal : null });
      },
      onSettled: async () => {
        if (client.isMutating() === 1) await client.invalidateQueries({ queryKey });
      },
    },
  };
}

export type Acts = ReturnType<typeof useActs>;

export function unwrap<T>(result: ActionResult<T>): T {
  if (!result.ok) throw new Refused(result.refusal);
  return result.value;
}

"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useEffect, useRef, useState } from "react";
import { OUTCOME_KEYS } from "#components/dispositions/outcome-bar.tsx";
import { OutcomeForm, type Question } from "#components/dispositions/outcome-form.tsx";
import { isTyping } from "#components/shell/is-typing.ts";
import { isInPopup } from "#components/shell/use-list-keys.ts";
import { usePageKeys } from "#components/shell/use-page-keys.ts";
import { Kbd } from "#components/ui/kbd.tsx";
import type { Disposition } from "#lib/lifecycle/constants.ts";
import type { Outcome } from "#lib/lifecycle/outcome.ts";
import type { ActionResult } from "#lib/result.ts";

export type WorkActions = {
  record: (input: {
    leadId: number;
    outcome: Outcome;
    note: string;
    seenTouchId: number | null;
  }) => Promise<ActionResult<{ touchId: number }>>;
  undo: (input: { leadId: number; touchId: number }) => Promise<ActionResult<{ seenTouchId: number | null }>>;
};

type Props = {
  leadId: number;
  name: string;
  today: number;
  offered: readonly Disposition[];
  /** Whether the lead may still be worked; an outcome that closed it can be undone all the same. */
  isOpen: boolean;
  seenTouchId: number | null;
  actions: WorkActions;
};

type Said =
  | { readonly kind: "recorded"; readonly disposition: Disposition; readonly touchId: number }
  | { readonly kind: "undone" }
  | { readonly kind: "refused"; readonly message: string }
  | null;

/** What came of working this lead: one key, with undo, as in the list of today. */
export function WorkBar({ leadId, name, today, offered, isOpen, seenTouchId, actions }: Props) {
  const t = useTranslations("lead.work");
  const dispositions = useTranslations("dispositions.done");
  const router = useRouter();
  const [asking, setAsking] = useState<Question | null>(null);
  const [note, setNote] = useState("");
  const [said, setSaid] = useState<Said>(null);
  const isBusy = useRef(false);
  // The newest outcome that the reader has seen. What others record shows at once, but was not there when this was decided.
  const newest = useRef(seenTouchId);
  const wasTold = useRef(false);
  useEffect(() => {
    if (wasTold.current) newest.current = seenTouchId;
    wasTold.current = false;
  }, [seenTouchId]);

  async function act(perform: () => Promise<Said>) {
    if (isBusy.current) return;
    isBusy.current = true;
    setAsking(null);
    setSaid(await perform().catch((): Said => ({ kind: "refused", message: t("unreachable") })));
    isBusy.current = false;
    router.refresh();
  }
  const record = (outcome: Outcome) =>
    act(async () => {
      const result = await actions.record({ leadId, outcome, note: note.trim(), seenTouchId: newest.current });
      if (!result.ok) {
        newest.current = seenTouchId;
        wasTold.current = true;
        return { kind: "refused", message: result.refusal.message };
      }
      const { touchId } = result.value;
      newest.current = touchId;
      setNote("");
      return { kind: "recorded", disposition: outcome.disposition, touchId };
    });
  const undo = () =>
    act(async () => {
      if (said?.kind !== "recorded") return said;
      const result = await actions.undo({ leadId, touchId: said.touchId });
      if (!result.ok) return { kind: "refused", message: result.refusal.message };
      newest.current = result.value.seenTouchId;
      return { kind: "undone" };
    });

  usePageKeys((event) => {
    if (asking !== null || event.defaultPrevented || event.repeat) return false;
    if (isTyping(event.target) || isInPopup(event.target)) return false;
    const key = event.key.toLowerCase();
    const chosen = offered.find((disposition) => OUTCOME_KEYS[disposition] === key);
    if (key === "u") void undo();
    else if (!isOpen) return false;
    else if (chosen === "rejected" || chosen === "snoozed") setAsking(chosen);
    else if (chosen) void record({ disposition: chosen });
    else return false;
    return true;
  });

  return (
    <div className="border-rule-3 border-t bg-paper">
      <div role="status" className="text-small">
        {said && said.kind !== "refused" && (
          <p className="flex items-center justify-between gap-4 px-gutter py-2">
            {said.kind === "recorded" ? t("recorded", { outcome: dispositions(said.disposition) }) : t("undone")}
            {said.kind === "recorded" && (
              <button
                type="button"
                onClick={() => void undo()}
                className="min-h-6 font-semibold underline-offset-4 hover:underline"
              >
                {t("undo")} <Kbd>U</Kbd>
              </button>
            )}
          </p>
        )}
      </div>
      <div role="alert">
        {said?.kind === "refused" && <p className="px-gutter py-2 text-hot text-small">{said.message}</p>}
      </div>
      {!isOpen && <p className="px-gutter py-3 text-ink-2 text-small">{t("closed")}</p>}
      {isOpen && asking === null && (
        <label className="flex items-baseline gap-3 border-rule border-t px-gutter py-1.5">
          <span className="type-label">{t("note")}</span>
          <input
            value={note}
            maxLength={2_000}
            onChange={(event) => setNote(event.target.value)}
            className="h-7 min-w-0 flex-1 bg-transparent outline-none focus:shadow-[0_1px_0_var(--accent)]"
          />
        </label>
      )}
      {isOpen && (
        <OutcomeForm
          name={name}
          day={today}
          offered={offered}
          asking={asking}
          onAsk={setAsking}
          onOutcome={(outcome) => void record(outcome)}
        />
      )}
    </div>
  );
}

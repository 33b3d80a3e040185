"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useEffect, useEffectEvent, useState, useTransition } from "react";
import { OUTCOME_KEYS } from "#components/dispositions/outcome-bar.tsx";
import { OutcomeForm, type Question } from "#components/dispositions/outcome-form.tsx";
import { isTyping } from "#components/shell/is-typing.ts";
import { Kbd } from "#components/ui/kbd.tsx";
import { DISPOSITIONS, type Disposition } from "#lib/lifecycle/constants.ts";
import type { Outcome } from "#lib/lifecycle/outcome.ts";
import type { ActionResult } from "#lib/result.ts";

export type WorkActions = {
  record: (input: {
    leadId: number;
    outcome: Outcome;
    note: string;
    seenTouchId: number | null;
  }) => Promise<ActionResult<{ touchId: number }>>;
  undo: (input: { leadId: number; touchId: number }) => Promise<ActionResult<unknown>>;
};

type Props = { leadId: number; name: string; today: number; seenTouchId: number | null; actions: WorkActions };

type Said =
  | { readonly kind: "recorded"; readonly disposition: Disposition; readonly touchId: number }
  | { readonly kind: "undone" }
  | { readonly kind: "refused"; readonly message: string };

/** What came of working this lead: one key, with undo, as in the list of today. */
export function WorkBar({ leadId, name, today, seenTouchId, actions }: Props) {
  const t = useTranslations("lead.work");
  const dispositions = useTranslations("dispositions.done");
  const router = useRouter();
  const [asking, setAsking] = useState<Question | null>(null);
  const [note, setNote] = useState("");
  const [said, setSaid] = useState<Said | null>(null);
  const [isPending, startTransition] = useTransition();

  function record(outcome: Outcome) {
    if (isPending) return;
    setAsking(null);
    startTransition(async () => {
      const result = await actions.record({ leadId, outcome, note: note.trim(), seenTouchId });
      if (result.ok) {
        setSaid({ kind: "recorded", disposition: outcome.disposition, touchId: result.value.touchId });
        setNote("");
      } else setSaid({ kind: "refused", message: result.refusal.message });
      router.refresh();
    });
  }
  function undo() {
    if (isPending || said?.kind !== "recorded") return;
    const { touchId } = said;
    startTransition(async () => {
      const result = await actions.undo({ leadId, touchId });
      setSaid(result.ok ? { kind: "undone" } : { kind: "refused", message: result.refusal.message });
      router.refresh();
    });
  }

  const onKeyDown = useEffectEvent((event: KeyboardEvent) => {
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || event.repeat) return;
    if (asking !== null || isTyping(event.target) || isInPopup(event.target)) return;
    const key = event.key.toLowerCase();
    const chosen = DISPOSITIONS.find((disposition) => OUTCOME_KEYS[disposition] === key);
    if (key === "u") undo();
    else if (key === "escape") router.back();
    else if (chosen === "rejected" || chosen === "snoozed") setAsking(chosen);
    else if (chosen) record({ disposition: chosen });
    else return;
    event.preventDefault();
  });
  useEffect(() => {
    const listen = (event: KeyboardEvent) => onKeyDown(event);
    window.addEventListener("keydown", listen);
    return () => window.removeEventListener("keydown", listen);
  }, []);

  return (
    <div className="border-rule-3 border-t bg-paper">
      <div role="status" className="text-small">
        {said && said.kind !== "refused" && (
          <p className="flex items-center justify-between gap-4 px-gutter py-2">
            {said.kind === "recorded" ? t("recorded", { outcome: dispositions(said.disposition) }) : t("undone")}
            {said.kind === "recorded" && (
              <button type="button" onClick={undo} className="min-h-6 font-semibold underline-offset-4 hover:underline">
                {t("undo")} <Kbd>U</Kbd>
              </button>
            )}
          </p>
        )}
      </div>
      <div role="alert">
        {said?.kind === "refused" && <p className="px-gutter py-2 text-hot text-small">{said.message}</p>}
      </div>
      {asking === null && (
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
      <OutcomeForm name={name} day={today} asking={asking} onAsk={setAsking} onOutcome={record} />
    </div>
  );
}

function isInPopup(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.closest("[role='dialog'], [role='menu'], [role='listbox']") !== null;
}

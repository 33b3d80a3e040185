"use client";

import { useTranslations } from "next-intl";
import { OUTCOME_KEYS, VERDICT_KEY } from "#components/dispositions/outcome-bar.tsx";
import { OutcomeForm } from "#components/dispositions/outcome-form.tsx";
import type { TouchActions } from "#components/dispositions/touch-actions.ts";
import { isTyping } from "#components/shell/is-typing.ts";
import { isInPopup } from "#components/shell/use-list-keys.ts";
import { usePageKeys } from "#components/shell/use-page-keys.ts";
import { Kbd } from "#components/ui/kbd.tsx";
import type { KeyedDisposition, Verdict } from "#lib/lifecycle/constants.ts";
import { ReopenForm, type ReopenLead } from "./reopen-form.tsx";
import { useWork } from "./use-work.ts";

type Props = {
  leadId: number;
  name: string;
  /** Who works it. */
  userId: number;
  today: number;
  offered: readonly KeyedDisposition[];
  verdicts: readonly Verdict[];
  /** null: not for this lead, or not for this reader. */
  reopen: ReopenLead | null;
  /** Whether the lead may still be worked; an outcome that closed it can be undone all the same. */
  isOpen: boolean;
  seenTouchId: number | null;
  actions: TouchActions;
};

/** What came of working this lead: one key, with undo, as in the list of today. */
export function WorkBar({
  leadId,
  name,
  userId,
  today,
  offered,
  verdicts,
  reopen,
  isOpen,
  seenTouchId,
  actions,
}: Props) {
  const t = useTranslations("lead.work");
  const dispositions = useTranslations("dispositions.done");
  const { asking, ask, note, setNote, said, record, undo } = useWork({ leadId, name, userId, seenTouchId, actions });

  usePageKeys((event) => {
    if (asking !== null || event.defaultPrevented || event.repeat) return false;
    if (isTyping(event.target) || isInPopup(event.target)) return false;
    const key = event.key.toLowerCase();
    const chosen = offered.find((disposition) => OUTCOME_KEYS[disposition] === key);
    if (key === "u") undo();
    else if (!isOpen) return false;
    else if (key === VERDICT_KEY) ask("verdict");
    else if (chosen === "rejected" || chosen === "snoozed") ask(chosen);
    else if (chosen) record({ disposition: chosen });
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
      {!isOpen && (
        <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2 px-gutter py-3">
          <p className="text-ink-2 text-small">{t("closed")}</p>
          {reopen && <ReopenForm leadId={leadId} reopen={reopen} />}
        </div>
      )}
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
          verdicts={verdicts}
          asking={asking}
          onAsk={ask}
          onOutcome={record}
        />
      )}
    </div>
  );
}

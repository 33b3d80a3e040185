"use client";

import { useTranslations } from "next-intl";
import { NoteField } from "#components/dispositions/note-field.tsx";
import { OutcomeForm } from "#components/dispositions/outcome-form.tsx";
import { StrayNotes } from "#components/dispositions/stray-notes.tsx";
import type { KeyedDisposition, Verdict } from "#lib/lifecycle/constants.ts";
import type { SnoozeDay } from "#lib/lifecycle/snooze.ts";
import { ReopenForm } from "./reopen-form.tsx";
import type { useWork } from "./use-work.ts";
import { useWorkCommands } from "./use-work-commands.ts";
import { useWorkOfPage } from "./work-provider.tsx";
import { SaidOfWork } from "./work-said.tsx";

type Props = {
  today: number;
  snoozeDays: readonly SnoozeDay[];
  /** Whether there is a number to call. */
  hasPhone: boolean;
  offered: readonly KeyedDisposition[];
  verdicts: readonly Verdict[];
};

/** What came of working this lead: one key, with undo, as in the list of today. */
export function WorkBar(props: Props) {
  const work = useWorkOfPage();
  return work && <Bar work={work} {...props} />;
}

function Bar({ work, today, snoozeDays, hasPhone, offered, verdicts }: Props & { work: ReturnType<typeof useWork> }) {
  const t = useTranslations("lead.work");
  const { leadId, name, isOpen, asking, note } = work;
  useWorkCommands({ work, name, hasPhone, offered });
  return (
    <div className="border-rule-3 border-t bg-paper">
      <SaidOfWork said={work.said} name={name} onUndo={work.undo} />
      {!isOpen && (
        <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2 px-gutter py-3">
          <p className="text-ink-2 text-small">{t("closed")}</p>
          {work.reopen && <ReopenForm reason={work.reason} onReason={work.setReason} onReopen={work.reopen} />}
        </div>
      )}
      {!isOpen && note !== "" && (
        <div className="px-gutter">
          <StrayNotes notes={[{ leadId, name, text: note }]} onPutAway={() => work.setNote("")} />
        </div>
      )}
      {isOpen && asking === null && (
        <NoteField
          rows={1}
          note={note}
          onChange={work.setNote}
          onKeep={work.keep}
          onLeave={() => document.activeElement instanceof HTMLElement && document.activeElement.blur()}
        />
      )}
      {isOpen && (
        <OutcomeForm
          name={name}
          day={today}
          snoozeDays={snoozeDays}
          offered={offered}
          verdicts={verdicts}
          asking={asking}
          onAsk={work.ask}
          onOutcome={work.record}
        />
      )}
    </div>
  );
}

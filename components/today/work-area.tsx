import { useTranslations } from "next-intl";
import { ClockLine } from "#components/clocks/clock-line.tsx";
import { NoteField } from "#components/dispositions/note-field.tsx";
import { OutcomeForm } from "#components/dispositions/outcome-form.tsx";
import { GIVE_KEY } from "#components/owner/give-dialog.tsx";
import type { AnswerAction } from "#components/qualification/answer-action.ts";
import { Button } from "#components/ui/button.tsx";
import { Kbd } from "#components/ui/kbd.tsx";
import type { Touch } from "#lib/call-list/touch.ts";
import type { CallRow } from "#lib/call-list/view.ts";
import { verdictsFor } from "#lib/lifecycle/transitions.ts";
import { LeadPanel } from "./lead-panel.tsx";
import type { Board } from "./use-board.ts";
import type { Words } from "./use-words.ts";

type Props = { board: Board; row: CallRow; answer: AnswerAction; words: Words; headingId: string };

/** The selected lead, and below it what to say of the call. */
export function WorkArea({ board, row, answer, words, headingId }: Props) {
  const t = useTranslations("today");
  const owner = useTranslations("owner");
  const { view, mayRecord, note, asking } = board;
  return (
    <>
      {/* What only a screen reader reads is placed within what scrolls, else the page would scroll for it. */}
      <div className="relative min-h-0 flex-1 overflow-y-auto">
        <LeadPanel
          row={row}
          openingLine={view.openings[row.leadId] ?? null}
          answer={view.isOwn ? answer : null}
          repId={view.rep.userId}
          today={view.day}
          readAt={view.readAt}
          words={words}
          headingId={headingId}
          onLeave={() => board.leave(row.leadId)}
          onCall={() => board.call()}
          sinceDay={view.sinceDay}
          showsChange={board.showsChange}
          onToggleChange={board.toggleChange}
        >
          {row.clock && <ClockLine clock={row.clock} readAt={view.readAt} />}
          {row.recorded && <ActLine board={board} row={row} touch={row.recorded} words={words} />}
          {row.notes.map((touch) => (
            <ActLine key={touch.id} board={board} row={row} touch={touch} words={words} />
          ))}
        </LeadPanel>
        {mayRecord && (
          <p className="px-gutter pb-5">
            <button
              type="button"
              aria-keyshortcuts={GIVE_KEY.toUpperCase()}
              onClick={() => board.setGiving(true)}
              className="inline-flex min-h-7 items-center gap-2 text-accent text-small underline-offset-4 hover:underline max-sm:min-h-11"
            >
              {owner("open")} <Kbd>{GIVE_KEY.toUpperCase()}</Kbd>
            </button>
          </p>
        )}
      </div>
      {mayRecord ? (
        <div>
          {asking === null && (
            <NoteField note={note} onChange={board.setNote} onKeep={board.keep} onLeave={board.leaveField} />
          )}
          <OutcomeForm
            name={row.firstName ?? row.name ?? t("unnamed", { id: row.leadId })}
            day={view.day}
            snoozeDays={view.snoozeDays}
            offered={board.offered}
            verdicts={verdictsFor(row.stage)}
            asking={asking}
            onAsk={board.ask}
            onOutcome={board.submit}
          />
        </div>
      ) : (
        <p className="border-rule-3 border-t px-gutter py-4 text-ink-2">{t(view.isOwn ? "closed" : "readOnly")}</p>
      )}
    </>
  );
}

/** What was recorded or noted today, and the way to take it back. */
function ActLine({ board, row, touch, words }: Omit<Props, "answer" | "headingId"> & { touch: Touch }) {
  const t = useTranslations("today");
  const dispositions = useTranslations("dispositions");
  const { by, disposition, kind, at, note } = touch;
  const isOwn = by?.userId === board.view.rep.userId;
  const done = disposition ? dispositions(`done.${disposition}`) : dispositions(`kind.${kind}`);
  return (
    <div className="flex items-center justify-between gap-4 border-accent border-l-2 pl-3">
      <div className="min-w-0">
        <p>
          <span className="inline-block first-letter:uppercase">
            {dispositions("at", { what: done, time: words.time(at) })}
          </span>
          {!isOwn && by && <span className="text-ink-3">, {by.name}</span>}
        </p>
        {note && <p className="text-ink-2 text-small [overflow-wrap:anywhere]">{note}</p>}
      </div>
      {isOwn && board.view.isOwn && (
        <Button onClick={() => board.takeBack({ row, touch })}>
          {t("undo")} {board.undoable?.touch === touch && <Kbd>U</Kbd>}
        </Button>
      )}
    </div>
  );
}

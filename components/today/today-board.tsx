"use client";

import { useTranslations } from "next-intl";
import { useId } from "react";
import { ClockBoard } from "#components/clocks/clock-board.tsx";
import { StrayNotes } from "#components/dispositions/stray-notes.tsx";
import { GiveDialog } from "#components/owner/give-dialog.tsx";
import type { AnswerAction } from "#components/qualification/answer-action.ts";
import type { TodayView } from "#lib/call-list/view.ts";
import { CallBar } from "./call-bar.tsx";
import { CallGrid } from "./call-grid.tsx";
import { Departures } from "./departures.tsx";
import { EmptyList } from "./empty-list.tsx";
import { KeyHints } from "./key-hints.tsx";
import { LeadSheet } from "./lead-sheet.tsx";
import { NewcomersHint } from "./newcomers-hint.tsx";
import { RecordedNotice } from "./recorded-notice.tsx";
import { StillRows } from "./still-rows.tsx";
import { TeamBoard } from "./team-board.tsx";
import { TodayHead } from "./today-head.tsx";
import { type TodayActions, useBoard } from "./use-board.ts";
import { useCommands } from "./use-commands.ts";
import { useNewcomers } from "./use-newcomers.ts";
import { useWords } from "./use-words.ts";
import { WorkArea } from "./work-area.tsx";

/** The list with the lead in hand beside it. */
const BESIDE = "xl:grid-cols-[minmax(0,1fr)_372px] min-[87.5rem]:grid-cols-[minmax(0,1fr)_412px]";

type Props = TodayActions & { initial: TodayView; answer: AnswerAction };

/** A rep's morning: the list, the lead in hand, and the keys that work through them. */
export function TodayBoard({ initial, answer, ...actions }: Props) {
  const t = useTranslations("today");
  const board = useBoard(initial, actions);
  const { view, selected, mayRecord } = board;
  const words = useWords(view.day);
  // Nobody has left a list that is not made: of a day off, or of somebody else who has not begun.
  const isMade = (view.isOwn && !view.dayOff) || view.rows.length > 0;
  const { newcomers, announce, forget } = useNewcomers(view.rows);
  const panelId = useId();
  const sheetId = useId();
  function showNewcomers() {
    const first = newcomers[0];
    if (first) board.focusRow(first.leadId);
    forget();
  }
  useCommands({ board, onNewcomers: newcomers.length > 0 ? showNewcomers : null });

  return (
    <main className={`xl:grid xl:h-[calc(100dvh-44px)] ${selected ? BESIDE : ""}`}>
      <div
        data-scrolls
        className="relative flex min-h-0 flex-col px-gutter [overflow-anchor:none] max-xl:pb-20 xl:overflow-y-auto"
      >
        <NewcomersHint newcomers={newcomers} onShow={showNewcomers} onSeen={forget} />
        <TodayHead view={view} words={words} isStale={board.isStale} />
        {view.clockBoard && <ClockBoard board={view.clockBoard} readAt={view.readAt} />}
        {view.teamDay && <TeamBoard team={view.teamDay} readAt={view.readAt} words={words} />}
        <StrayNotes notes={board.strayNotes} onPutAway={board.putAway} />
        {view.rows.length > 0 ? (
          <StillRows view={view} hasOutOfSight={newcomers.length > 0} onOutOfSight={announce}>
            <CallGrid
              view={view}
              words={words}
              isSaving={board.isSaving}
              selectedId={board.current}
              showsAllDone={board.showsAllDone}
              onShowDone={board.toggleDone}
              onSelect={board.select}
              onOpen={board.open}
              onCall={board.call}
            />
          </StillRows>
        ) : (
          <EmptyList view={view} words={words} startDay={actions.startDay} />
        )}
        {view.rows.length > 0 && <KeyHints mayRecord={view.isOwn} />}
        {isMade && (
          <Departures departures={view.departures} title={t("departures.title", { day: words.day(view.sinceDay) })} />
        )}
      </div>
      {selected && (
        <aside
          aria-labelledby={panelId}
          className="flex min-h-0 flex-col border-rule-2 border-l bg-sheet max-xl:hidden"
        >
          <WorkArea board={board} row={selected} answer={answer} words={words} headingId={panelId} />
        </aside>
      )}
      {selected && (
        <>
          <CallBar
            row={selected}
            mayRecord={mayRecord}
            onCall={() => board.call()}
            onOpenSheet={() => board.setSheetOpen(true)}
          />
          <LeadSheet
            titleId={sheetId}
            closeLabel={t("close")}
            isOpen={board.isSheetOpen}
            onOpenChange={(isOpen) => {
              if (!isOpen) board.ask(null);
              board.setSheetOpen(isOpen);
            }}
          >
            <WorkArea board={board} row={selected} answer={answer} words={words} headingId={sheetId} />
          </LeadSheet>
        </>
      )}
      {selected && mayRecord && (
        <GiveDialog
          lead={{ leadId: selected.leadId, name: selected.name ?? t("unnamed", { id: selected.leadId }) }}
          ownerId={selected.isUnassigned ? null : view.rep.userId}
          note={board.note}
          isOpen={board.isGiving}
          onOpenChange={board.setGiving}
          onDone={board.gaveAway}
        />
      )}
      <RecordedNotice notice={board.notice} onUndo={() => board.takeBack()} onDismiss={board.dismiss} />
    </main>
  );
}

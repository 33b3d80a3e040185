"use client";

import { useRouter } from "next/navigation";
import { type ReactNode, useCallback, useEffect, useMemo } from "react";
import type { Capacity } from "#lib/backtest/capacity.ts";
import type { ModelCatalogue } from "#lib/model/catalogue.ts";
import { listGroups, SHOWN_AXES } from "#lib/model/criteria.ts";
import type { Definition } from "#lib/scoring/definition.ts";
import { AxisSection } from "./axis-section.tsx";
import { CellsPanel } from "./cells-panel.tsx";
import type { DraftActions, Overtaken, ShownDraft, ShownVersion } from "./drafts.ts";
import { EditorProvider } from "./editor-context.tsx";
import { EditorFiles } from "./editor-files.tsx";
import { EditorHead } from "./editor-head.tsx";
import type { NamedModels } from "./models-strip.tsx";
import { GroundsProvider, useGroundsOf } from "./past/past-context.tsx";
import { ProofActions } from "./past/proof-actions.tsx";
import { ProofPanel } from "./past/proof-panel.tsx";
import { usePast } from "./past/use-past.ts";
import { CallListMoves } from "./preview/call-list-moves.tsx";
import { LiveMatrix } from "./preview/live-matrix.tsx";
import { MovesTable } from "./preview/moves-table.tsx";
import { ReachCounts } from "./preview/reach-counts.tsx";
import { usePreview } from "./preview/use-preview.ts";
import { RESTS_AFTER_MS, useSettled } from "./preview/use-settled.ts";
import { ProblemList } from "./problem-list.tsx";
import { CommentsPanel } from "./review/comments-panel.tsx";
import type { ReviewActions, Reviewer, ShownReview } from "./review/review.ts";
import { ReviewProvider } from "./review/review-context.tsx";
import { useTopics } from "./review/topics.ts";
import { RulerKeys } from "./ruler-keys.tsx";
import { ConflictNotice } from "./save-status.tsx";
import { SettingsPanel } from "./settings-panel.tsx";
import { TryLead } from "./try/try-lead.tsx";
import { useAsked } from "./use-asked.ts";
import { useAutosave } from "./use-autosave.ts";
import { useDefinition } from "./use-definition.ts";
import { useFindings } from "./use-findings.ts";
import { useModelWords } from "./words.ts";

type Props = {
  draft: ShownDraft;
  /** The key of a criterion that a link asks for; null when none does. */
  asked: string | null;
  /** The newest version, which the draft is compared with; null before the first. */
  published: ShownVersion | null;
  /** What was published since the draft was begun; null when nothing was. */
  overtaken: Overtaken | null;
  review: ShownReview;
  reviewer: Reviewer;
  reviewActions: ReviewActions;
  catalogue: ModelCatalogue;
  models: NamedModels;
  userName: string;
  mayPublish: boolean;
  /** What sales can take; null where nobody has said. */
  capacity: Capacity | null;
  actions: DraftActions;
  /** What stands below the settings: the versions. */
  children: ReactNode;
};

/** The draft under the hand: rows of criteria, the cells they lead to, and what changed. */
export function ModelEditor({
  draft,
  asked,
  published,
  catalogue,
  userName,
  mayPublish,
  actions,
  children,
  ...props
}: Props) {
  const router = useRouter();
  const [openId, setOpenId] = useAsked(draft.definition, asked);
  const edited = useDefinition({ initial: draft.definition, catalogue, open: setOpenId });
  const { definition } = edited;
  const { edit } = edited.actions;
  const onAdopt = useCallback((theirs: Definition) => edit({ type: "replace", definition: theirs }), [edit]);
  const autosave = useAutosave({
    draft,
    definition,
    userId: props.reviewer.userId,
    userName,
    save: actions.save,
    onAdopt,
  });
  const { state } = autosave;
  const { settled, problems, placedProblems, changes, before, old, scales } = useFindings(definition, {
    base: published?.definition,
    catalogue,
  });
  const preview = usePreview({ modelId: draft.modelId, definition, published: before, catalogue });
  // A step of the finger is the matrix's; the rest is drawn anew when it rests.
  const movers = useSettled(preview.moved, RESTS_AFTER_MS);
  const past = usePast({
    modelId: draft.modelId,
    definition: settled,
    published: before,
    catalogue,
    isDue: preview.held !== null,
  });
  const grounds = useGroundsOf(preview.held, past.scores?.past ?? null);
  const words = useModelWords(catalogue);
  const topics = useTopics(settled, catalogue);
  const groups = useMemo(() => listGroups(settled), [settled]);
  const reach = useMemo(
    () => <ReachCounts base={movers?.base ?? null} modelId={draft.modelId} others={props.models} />,
    [movers?.base, draft.modelId, props.models],
  );

  // A page from the browser's memory may show a draft that has been saved since.
  useEffect(() => router.refresh(), [router]);

  return (
    <EditorProvider value={edited.actions}>
      <GroundsProvider value={grounds}>
        <ReviewProvider
          review={props.review}
          modelId={draft.modelId}
          reviewer={props.reviewer}
          actions={props.reviewActions}
          flush={autosave.flush}
        >
          <main className="overflow-x-clip lg:grid lg:grid-cols-[540px_minmax(0,1fr)] xl:min-h-0 xl:flex-1 xl:grid-cols-[540px_minmax(0,1fr)_340px] xl:grid-rows-[auto_minmax(0,1fr)]">
            <EditorHead
              draft={draft}
              settled={settled}
              published={published}
              overtaken={props.overtaken}
              changes={changes}
              catalogue={catalogue}
              topics={topics}
              save={state}
              canUndo={edited.canUndo}
              canRedo={edited.canRedo}
              onUndo={edited.undo}
              onRedo={edited.redo}
              mayPublish={mayPublish}
              hasProblems={problems.length > 0}
              flush={autosave.flush}
              settledRevision={autosave.settledRevision}
              onDropped={autosave.drop}
              actions={actions}
            />
            <div className="px-gutter pt-2 pb-6 xl:relative xl:overflow-y-auto">
              {state.status === "conflict" && (
                <ConflictNotice
                  theirs={state.theirs}
                  onReload={() => {
                    if (state.theirs) return autosave.adopt(state.theirs);
                    autosave.drop();
                    router.refresh();
                  }}
                  onKeep={() => void autosave.keepMine(state.theirs)}
                />
              )}
              {SHOWN_AXES.map((axis) => (
                <AxisSection
                  key={axis}
                  axis={axis}
                  definition={definition.axes[axis]}
                  publishedGroups={old.groups}
                  publishedCriteria={old.criteria}
                  pointScale={scales.points}
                  limitScale={scales.limits}
                  openId={openId}
                  problems={placedProblems}
                  groups={groups}
                />
              ))}
              <RulerKeys isCompared={published !== null} />
            </div>
            <div className="flex flex-col gap-6 px-gutter pt-3 pb-6 lg:border-rule-2 lg:border-l xl:contents">
              <div className="flex flex-col gap-4 xl:relative xl:overflow-y-auto xl:border-rule-2 xl:border-l xl:px-6 xl:pt-3 xl:pb-6">
                <ProblemList definition={settled} problems={problems} />
                <LiveMatrix
                  definition={definition}
                  published={before}
                  preview={preview}
                  catalogue={catalogue}
                  isCompared={published !== null}
                />
                <TryLead
                  modelId={draft.modelId}
                  draft={problems.length === 0 ? settled : null}
                  published={published?.definition ?? null}
                  catalogue={catalogue}
                />
                <ProofPanel
                  isDraft
                  preview={past}
                  definition={settled}
                  isCompared={published !== null}
                  capacity={props.capacity}
                  words={words}
                />
                <ProofActions
                  preview={past}
                  definition={settled}
                  capacity={props.capacity}
                  saveCapacity={actions.setCapacity}
                  words={words}
                />
                <CellsPanel
                  definition={definition}
                  settled={settled}
                  published={before}
                  openId={openId}
                  problems={problems}
                />
              </div>
              <div className="flex flex-col gap-6 xl:relative xl:overflow-y-auto xl:border-rule-2 xl:border-l xl:px-6 xl:pt-3 xl:pb-6">
                {/* Its line has a place before it is there, so that nothing moves away from under a press. */}
                {published &&
                  (movers ? <MovesTable moved={movers} catalogue={catalogue} /> : <div className="h-lh shrink-0" />)}
                {movers && published && (
                  <CallListMoves
                    modelId={draft.modelId}
                    moved={movers}
                    definition={settled}
                    published={before}
                    catalogue={catalogue}
                  />
                )}
                <CommentsPanel topics={topics} />
                <SettingsPanel definition={definition} problems={problems} reach={reach} />
                <EditorFiles definition={settled} number={(published?.number ?? 0) + 1} />
                {children}
              </div>
            </div>
          </main>
        </ReviewProvider>
      </GroundsProvider>
    </EditorProvider>
  );
}

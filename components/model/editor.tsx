"use client";

import { useRouter } from "next/navigation";
import { type ReactNode, useCallback, useDeferredValue, useEffect, useMemo, useReducer, useRef, useState } from "react";
import { Kbd } from "#components/ui/kbd.tsx";
import { type ModelCatalogue, toScoringCatalogue } from "#lib/model/catalogue.ts";
import { criteriaByKey, groupsByKey, listGroups, SHOWN_AXES } from "#lib/model/criteria.ts";
import { compareDefinitions } from "#lib/model/diff.ts";
import { reduceHistory, startHistory } from "#lib/model/edit-history.ts";
import type { Definition } from "#lib/scoring/definition.ts";
import { validateDefinition } from "#lib/scoring/validate.ts";
import { AxisSection } from "./axis-section.tsx";
import { CellsPanel } from "./cells-panel.tsx";
import { DraftButtons } from "./draft-buttons.tsx";
import type { DraftActions, ShownDraft, ShownVersion } from "./drafts.ts";
import { EditorBand } from "./editor-band.tsx";
import { type EditorActions, EditorProvider } from "./editor-context.tsx";
import { EditorFiles } from "./editor-files.tsx";
import { ProblemList } from "./problem-list.tsx";
import { problemsByPlace } from "./problems.ts";
import { limitScale, pointScale } from "./ruler-scales.ts";
import { ConflictNotice } from "./save-status.tsx";
import { SettingsPanel } from "./settings-panel.tsx";
import { useAutosave } from "./use-autosave.ts";
import { useUndoKeys } from "./use-undo-keys.ts";
import { useModelWords } from "./words.ts";

type Props = {
  draft: ShownDraft;
  /** The newest version, which the draft is compared with; null before the first. */
  published: ShownVersion | null;
  catalogue: ModelCatalogue;
  userName: string;
  mayPublish: boolean;
  actions: DraftActions;
  /** What stands below the settings: the versions. */
  children: ReactNode;
};

/** The draft under the hand: rows of criteria, the cells they lead to, and what changed. */
export function ModelEditor({ draft, published, catalogue, userName, mayPublish, actions, children }: Props) {
  const router = useRouter();
  const { t } = useModelWords(catalogue);
  const [history, dispatch] = useReducer(reduceHistory, draft.definition, startHistory);
  const [openId, setOpenId] = useState<string | null>(null);
  const definition = history.present;
  const onAdopt = useCallback((theirs: Definition) => {
    dispatch({ type: "edit", edit: { type: "replace", definition: theirs } });
  }, []);
  const autosave = useAutosave({ draft, definition, userName, save: actions.save, onAdopt });
  const { state } = autosave;

  // A page from the browser's memory may show a draft that has been saved since.
  useEffect(() => router.refresh(), [router]);

  const undo = useCallback(() => dispatch({ type: "undo" }), []);
  const redo = useCallback(() => dispatch({ type: "redo" }), []);
  useUndoKeys(undo, redo);

  const latest = useRef(definition);
  useEffect(() => {
    latest.current = definition;
  }, [definition]);
  const editorActions = useMemo<EditorActions>(
    () => ({
      catalogue,
      read: () => latest.current,
      edit: (edit, gesture) => dispatch({ type: "edit", edit, gesture }),
      settle: () => dispatch({ type: "settle" }),
      open: setOpenId,
    }),
    [catalogue],
  );

  // What is told of the definition may lag behind the finger; the rows may not.
  const settled = useDeferredValue(definition);
  const base = published?.definition;
  const problems = useMemo(() => validateDefinition(settled, toScoringCatalogue(catalogue)), [settled, catalogue]);
  const placedProblems = useMemo(() => problemsByPlace(problems), [problems]);
  const changes = useMemo(() => (base ? compareDefinitions(base, settled) : null), [base, settled]);
  // Before the first version there is nothing to differ from but the draft as it was opened.
  const [opened] = useState(draft.definition);
  const before = base ?? opened;
  const old = useMemo(() => ({ criteria: criteriaByKey(before), groups: groupsByKey(before) }), [before]);
  const groups = useMemo(() => listGroups(definition), [definition]);
  const scales = useScales([definition, before]);

  return (
    <EditorProvider value={editorActions}>
      <main className="overflow-x-clip lg:grid lg:grid-cols-[512px_minmax(0,1fr)] xl:h-[calc(100dvh-44px)] xl:grid-cols-[512px_minmax(0,1fr)_340px] xl:grid-rows-[auto_minmax(0,1fr)]">
        <EditorBand
          definition={settled}
          published={published}
          changes={changes}
          catalogue={catalogue}
          save={state}
          canUndo={history.past.length > 0}
          canRedo={history.future.length > 0}
          onUndo={undo}
          onRedo={redo}
        >
          <DraftButtons
            draft={draft}
            published={published}
            changes={changes}
            catalogue={catalogue}
            mayPublish={mayPublish}
            hasProblems={problems.length > 0}
            flush={autosave.flush}
            storedRevision={autosave.storedRevision}
            actions={actions}
          />
        </EditorBand>
        <div className="px-gutter pt-2 pb-6 xl:overflow-y-auto">
          {state.status === "conflict" && (
            <ConflictNotice
              theirs={state.theirs}
              onReload={() => (state.theirs ? autosave.adopt(state.theirs) : router.refresh())}
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
          <p className="flex flex-wrap items-center gap-x-3 gap-y-1 pt-3 text-ink-3 text-small max-sm:hidden">
            <span>
              <Kbd>←</Kbd> <Kbd>→</Kbd> {t("keys.one")}
            </span>
            <span>
              <Kbd>⇧</Kbd> {t("keys.five")}
            </span>
            <span>
              <Kbd>0</Kbd>…<Kbd>9</Kbd> {t("keys.type")}
            </span>
            <span>
              <Kbd>⌫</Kbd> {t("keys.back")}
            </span>
          </p>
        </div>
        <div className="flex flex-col gap-6 px-gutter pt-3 pb-6 lg:border-rule-2 lg:border-l xl:contents">
          <div className="flex flex-col gap-4 xl:overflow-y-auto xl:border-rule-2 xl:border-l xl:px-6 xl:pt-3 xl:pb-6">
            <ProblemList definition={settled} problems={problems} />
            <CellsPanel definition={definition} published={before} openId={openId} problems={problems} />
          </div>
          <div className="flex flex-col gap-6 xl:overflow-y-auto xl:border-rule-2 xl:border-l xl:px-6 xl:pt-3 xl:pb-6">
            <SettingsPanel definition={definition} problems={problems} />
            <EditorFiles definition={definition} number={(published?.number ?? 0) + 1} />
            {children}
          </div>
        </div>
      </main>
    </EditorProvider>
  );
}

/** Scales that stay the same object while they say the same, so that rows need not be drawn anew. */
function useScales(definitions: Parameters<typeof pointScale>[0]) {
  const pointMax = pointScale(definitions).max;
  const limitMax = limitScale(definitions).max;
  return useMemo(
    () => ({ points: { min: -pointMax, max: pointMax }, limits: { min: 0, max: limitMax } }),
    [pointMax, limitMax],
  );
}

"use client";

import type { ReactNode } from "react";
import { Kbd } from "#components/ui/kbd.tsx";
import type { ModelCatalogue } from "#lib/model/catalogue.ts";
import { listCriteria } from "#lib/model/criteria.ts";
import type { Change } from "#lib/model/diff.ts";
import type { Definition } from "#lib/scoring/definition.ts";
import { DiffProse } from "./diff-prose.tsx";
import type { SaveState } from "./draft-saver.ts";
import type { ShownVersion } from "./drafts.ts";
import { QUIET_BUTTON } from "./inline-control.ts";
import { useMoments } from "./moments.ts";
import { useChangeNotes } from "./review/change-notes.tsx";
import { CommentTally } from "./review/comment-tally.tsx";
import type { Topics } from "./review/topics.ts";
import { SaveStatus } from "./save-status.tsx";
import { useModelWords } from "./words.ts";

type Props = {
  definition: Definition;
  published: ShownVersion | null;
  changes: readonly Change[] | null;
  catalogue: ModelCatalogue;
  topics: Topics;
  save: SaveState;
  canUndo: boolean;
  canRedo: boolean;
  onUndo: () => void;
  onRedo: () => void;
  /** Publish, discard. */
  children: ReactNode;
};

/** Sentences of the diff that fit the band; the rest comes on demand. */
const SHOWN_CHANGES = 5;

/** The head of the editor: which draft, how it is kept, what it changes, and what to do with it. */
export function EditorBand({ definition, published, changes, catalogue, topics, save, ...props }: Props) {
  const { t, label } = useModelWords(catalogue);
  const { day } = useMoments();
  const renderNote = useChangeNotes(definition, topics);
  const criteria = listCriteria(definition).length;
  return (
    <header className="border-rule-3 border-b lg:col-span-full lg:grid lg:grid-cols-subgrid">
      <div className="px-gutter py-3">
        <h1 className="type-display">{t("draftTitle", { number: (published?.number ?? 0) + 1 })}</h1>
        <p className="text-ink-2 text-small">
          {published
            ? t("draftAgainst", {
                name: label(definition.name),
                number: published.number,
                date: day(published.publishedAt),
              })
            : label(definition.name)}
        </p>
        <p className="flex flex-wrap items-baseline gap-x-3 text-ink-3 text-small">
          <SaveStatus state={save} />
          <span className="flex items-baseline gap-1.5">
            <span className="max-sm:hidden">
              <Kbd>Ctrl Z</Kbd>
            </span>
            <button type="button" disabled={!props.canUndo} onClick={props.onUndo} className={QUIET_BUTTON}>
              {t("undo")}
            </button>
            <button type="button" disabled={!props.canRedo} onClick={props.onRedo} className={`${QUIET_BUTTON} pl-2`}>
              {t("redo")}
            </button>
          </span>
        </p>
      </div>
      <div className="lg:border-rule-2 lg:border-l">
        <div className="px-gutter pb-2 lg:max-h-40 lg:overflow-y-auto lg:py-3">
          {changes === null ? (
            <p className="type-prose">{t("firstDraft")}</p>
          ) : changes.length === 0 ? (
            <p className="type-prose text-ink-2">{t("noChanges")}</p>
          ) : (
            <DiffProse changes={changes} catalogue={catalogue} shown={SHOWN_CHANGES} renderNote={renderNote} />
          )}
          <p className="flex flex-wrap items-baseline gap-x-1 pt-1 text-ink-3 text-small">
            {`${changes ? t("changeCount", { changes: changes.length, criteria }) : t("criterionCount", { criteria })},`}
            <CommentTally />
          </p>
        </div>
      </div>
      <div className="flex flex-wrap content-start items-start gap-2 px-gutter pt-1 pb-3 lg:max-xl:col-span-full lg:max-xl:border-rule lg:max-xl:border-t lg:max-xl:pt-3 xl:border-rule-2 xl:border-l xl:pt-3">
        {props.children}
      </div>
    </header>
  );
}

"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useCallback, useEffect, useMemo, useState } from "react";
import { DiffProse } from "#components/model/diff-prose.tsx";
import type { ShownDraft, ShownVersion } from "#components/model/drafts.ts";
import { useMoments } from "#components/model/moments.ts";
import type { ModelCatalogue } from "#lib/model/catalogue.ts";
import { type Change, compareDefinitions } from "#lib/model/diff.ts";
import { isSame } from "#lib/model/same.ts";
import { sidesOf } from "#lib/model/sign-off.ts";
import type { Definition } from "#lib/scoring/definition.ts";
import { useChangeNotes } from "./change-notes.tsx";
import { ChangedMeanwhile } from "./changed-meanwhile.tsx";
import { CommentsPanel } from "./comments-panel.tsx";
import type { ReviewActions, Reviewer, ShownReview } from "./review.ts";
import { ReviewProvider, useReview } from "./review-context.tsx";
import { SignOff } from "./sign-off.tsx";
import { type Topics, useTopics } from "./topics.ts";

type Props = {
  draft: ShownDraft;
  /** The newest version; null before the first. */
  published: ShownVersion | null;
  catalogue: ModelCatalogue;
  review: ShownReview;
  reviewer: Reviewer;
  actions: ReviewActions;
};

/** A draft for who does not edit it: what it changes, what was said of it, and the lines to sign on. */
export function DraftReview({ draft, published, catalogue, review, reviewer, actions }: Props) {
  const t = useTranslations("model");
  const words = useTranslations("review.draft");
  const { shortDay, time } = useMoments();
  const topics = useTopics(draft.definition, catalogue);
  const changes = useMemo(
    () => published && compareDefinitions(published.definition, draft.definition),
    [published, draft.definition],
  );
  // What the reader came for, until they say that they have seen what became of it: nobody signs what came under their hand.
  const [seen, setSeen] = useState(draft.definition);
  const isSeen = useMemo(() => isSame(seen, draft.definition), [seen, draft.definition]);
  const isSigner = review.isRequired && sidesOf(reviewer.role).length > 0;
  const { revision } = draft;
  const flush = useCallback(async () => revision, [revision]);
  const saved = `${shortDay(draft.savedAt)} ${time(draft.savedAt)}`;
  return (
    <ReviewProvider review={review} modelId={draft.modelId} reviewer={reviewer} actions={actions} flush={flush}>
      <FollowDraft revision={revision} />
      <section aria-labelledby="draft" className="border-rule-3 border-y py-3">
        <div className="grid gap-x-8 gap-y-4 lg:grid-cols-[minmax(0,1fr)_340px]">
          <div>
            <h2 id="draft" className="type-name">
              {t("draftTitle", { number: (published?.number ?? 0) + 1 })}
            </h2>
            <p className="pb-2 text-ink-3 text-small">
              {draft.savedBy ? words("savedBy", { time: saved, name: draft.savedBy }) : words("saved", { time: saved })}
            </p>
            <div className="max-w-[80ch]">
              <ChangedMeanwhile
                seen={seen}
                draft={draft}
                catalogue={catalogue}
                isSigner={isSigner}
                onSeen={() => setSeen(draft.definition)}
              />
              {changes === null ? (
                <p className="type-prose">{t("firstDraft")}</p>
              ) : changes.length === 0 ? (
                <p className="type-prose text-ink-2">{t("noChanges")}</p>
              ) : (
                <NotedDiff changes={changes} definition={draft.definition} catalogue={catalogue} topics={topics} />
              )}
            </div>
          </div>
          <div className="flex flex-col gap-5">
            <SignOff definition={draft.definition} catalogue={catalogue} isReady={isSeen && changes?.length !== 0} />
            <CommentsPanel topics={topics} />
          </div>
        </div>
      </section>
    </ReviewProvider>
  );
}

/** Draws the page anew when the draft has been changed since, published or dropped: who reads is to sign what there is. */
function FollowDraft({ revision }: { revision: number }) {
  const router = useRouter();
  const isBehind = useReview().revision !== revision;
  useEffect(() => {
    if (isBehind) router.refresh();
  }, [isBehind, router]);
  return null;
}

type NotedProps = { changes: readonly Change[]; definition: Definition; catalogue: ModelCatalogue; topics: Topics };

function NotedDiff({ changes, definition, catalogue, topics }: NotedProps) {
  return <DiffProse changes={changes} catalogue={catalogue} renderNote={useChangeNotes(definition, topics)} />;
}

"use client";

import { useTranslations } from "next-intl";
import { useMemo } from "react";
import { DiffProse } from "#components/model/diff-prose.tsx";
import type { ShownDraft } from "#components/model/drafts.ts";
import { useMoments } from "#components/model/moments.ts";
import { Button } from "#components/ui/button.tsx";
import type { ModelCatalogue } from "#lib/model/catalogue.ts";
import { compareDefinitions } from "#lib/model/diff.ts";
import { isSame } from "#lib/model/same.ts";
import type { Definition } from "#lib/scoring/definition.ts";

type Props = {
  /** What the reader has seen of the draft. */
  seen: Definition;
  draft: Pick<ShownDraft, "definition" | "savedAt" | "savedBy">;
  catalogue: ModelCatalogue;
  /** Whether the reader signs drafts. */
  isSigner: boolean;
  onSeen: () => void;
};

/** Says that the draft was changed under its reader, and what; nothing while it is as it was seen. */
export function ChangedMeanwhile({ seen, draft, catalogue, isSigner, onSeen }: Props) {
  const t = useTranslations("review.draft");
  const somebody = useTranslations("review.comments")("somebody");
  const { time } = useMoments();
  const { definition, savedAt, savedBy } = draft;
  const changes = useMemo(() => compareDefinitions(seen, definition), [seen, definition]);
  return (
    // There before it says anything, so that it is read out when it does.
    <div role="status">
      {!isSame(seen, definition) && (
        <div className="mb-3 border-hot border-l-2 px-3 py-2">
          <p className="font-medium">{t("changed", { name: savedBy ?? somebody, time: time(savedAt) })}</p>
          {changes.length > 0 && <DiffProse changes={changes} catalogue={catalogue} shown={6} />}
          <p className="flex flex-wrap items-center gap-x-3 gap-y-1 pt-2">
            <Button onClick={onSeen}>{t("seen")}</Button>
            {isSigner && <span className="text-ink-2 text-small">{t("signOnceSeen")}</span>}
          </p>
        </div>
      )}
    </div>
  );
}

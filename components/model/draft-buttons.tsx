"use client";

import { useTranslations } from "next-intl";
import type { ModelCatalogue } from "#lib/model/catalogue.ts";
import type { Change } from "#lib/model/diff.ts";
import { ConfirmButton } from "./confirm-button.tsx";
import type { DraftActions, ShownDraft, ShownVersion } from "./drafts.ts";
import { PublishDialog } from "./publish-dialog.tsx";

type Props = {
  draft: ShownDraft;
  published: ShownVersion | null;
  changes: readonly Change[] | null;
  catalogue: ModelCatalogue;
  mayPublish: boolean;
  hasProblems: boolean;
  /** Saves what is not saved yet; null when that is not possible now. */
  flush: () => Promise<number | null>;
  storedRevision: () => number | null;
  actions: DraftActions;
};

/** Publish what is shown, or drop the draft as it was saved last. */
export function DraftButtons({
  draft,
  published,
  changes,
  catalogue,
  mayPublish,
  hasProblems,
  flush,
  storedRevision,
  actions,
}: Props) {
  const t = useTranslations("model");
  const isUnchanged = changes?.length === 0;
  const reason = hasProblems ? t("publish.notWithProblems") : isUnchanged ? t("publish.notUnchanged") : null;
  const isOvertaken = published !== null && draft.baseVersionId !== published.versionId;

  async function publish(note: string): Promise<string | null> {
    const revision = await flush();
    if (revision === null) return t("publish.notSaved");
    const result = await actions.publish({ modelId: draft.modelId, revision, note });
    return result.ok ? null : result.refusal.message;
  }
  async function discard(): Promise<string | null> {
    const revision = storedRevision();
    if (revision === null) return t("publish.notSaved");
    const result = await actions.discard({ modelId: draft.modelId, revision });
    return result.ok ? null : result.refusal.message;
  }

  return (
    <>
      {mayPublish && (
        <PublishDialog
          number={(published?.number ?? 0) + 1}
          changes={changes}
          catalogue={catalogue}
          overtakenBy={isOvertaken ? published.number : null}
          isDisabled={reason !== null}
          onPublish={publish}
        />
      )}
      <ConfirmButton
        label={t("discard.open")}
        title={t("discard.title")}
        confirm={t("discard.confirm")}
        onConfirm={discard}
      >
        <p>{t("discard.text", { count: changes?.length ?? 0 })}</p>
      </ConfirmButton>
      {reason !== null && <p className="w-full text-ink-3 text-small">{reason}</p>}
    </>
  );
}

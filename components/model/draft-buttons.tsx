"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import type { ModelCatalogue } from "#lib/model/catalogue.ts";
import type { Change } from "#lib/model/diff.ts";
import { isSignedOff } from "#lib/model/sign-off.ts";
import type { Definition } from "#lib/scoring/definition.ts";
import { ConfirmButton } from "./confirm-button.tsx";
import type { DraftActions, Overtaken, ShownDraft, ShownVersion } from "./drafts.ts";
import { PublishDialog } from "./publish-dialog.tsx";
import { LostWithDraft } from "./review/lost-with-draft.tsx";
import { useReview } from "./review/review-context.tsx";
import { SignOff, useSignOff } from "./review/sign-off.tsx";

type Props = {
  draft: ShownDraft;
  definition: Definition;
  published: ShownVersion | null;
  overtaken: Overtaken | null;
  changes: readonly Change[] | null;
  catalogue: ModelCatalogue;
  mayPublish: boolean;
  hasProblems: boolean;
  /** Saves what is not saved yet; null when that is not possible now. */
  flush: () => Promise<number | null>;
  /** What is stored once no save is under way; null when there is nothing to drop. */
  settledRevision: () => Promise<number | null>;
  /** The draft is gone, and what is shown with it. */
  onDropped: () => void;
  actions: DraftActions;
};

/** Sign and publish what is shown, or drop the draft as it was saved last. */
export function DraftButtons({
  draft,
  definition,
  published,
  overtaken,
  changes,
  catalogue,
  mayPublish,
  hasProblems,
  flush,
  settledRevision,
  onDropped,
  actions,
}: Props) {
  const t = useTranslations("model");
  const router = useRouter();
  const { isRequired, comments, signatures } = useReview();
  const isSigned = isSignedOff(useSignOff(definition, signatures));
  const isUnchanged = changes?.length === 0;
  const reason = hasProblems ? t("publish.notWithProblems") : isUnchanged ? t("publish.notUnchanged") : null;

  async function publish(asked: { note: string; replacesVersionId: number | null }): Promise<string | null> {
    const revision = await flush();
    if (revision === null) return t("publish.notSaved");
    const result = await actions.publish({ modelId: draft.modelId, revision, ...asked });
    if (result.ok) return null;
    // Somebody may have published or signed meanwhile: the dialog then shows what, and asks.
    if (result.refusal.code === "conflict") router.refresh();
    return result.refusal.message;
  }
  async function discard(): Promise<string | null> {
    const revision = await settledRevision();
    if (revision === null) return t("publish.notSaved");
    const result = await actions.discard({ modelId: draft.modelId, revision });
    if (result.ok) onDropped();
    return result.ok ? null : result.refusal.message;
  }

  return (
    <SignOff definition={definition} catalogue={catalogue} isReady={reason === null}>
      {mayPublish && (
        <PublishDialog
          number={(published?.number ?? 0) + 1}
          changes={changes}
          catalogue={catalogue}
          overtaken={overtaken}
          isDisabled={reason !== null || (isRequired && !isSigned)}
          onPublish={publish}
        />
      )}
      <ConfirmButton
        kind={isRequired ? "quiet" : "plain"}
        label={t("discard.open")}
        title={t("discard.title")}
        confirm={t("discard.confirm")}
        onConfirm={discard}
      >
        <p>{t("discard.text", { count: changes?.length ?? 0 })}</p>
        <LostWithDraft comments={comments.length} signatures={signatures.length} />
      </ConfirmButton>
      {reason !== null && <p className="w-full text-ink-3 text-small">{reason}</p>}
    </SignOff>
  );
}

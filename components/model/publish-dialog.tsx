"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { Dialog } from "#components/ui/dialog.tsx";
import { Notice } from "#components/ui/notice.tsx";
import type { ModelCatalogue } from "#lib/model/catalogue.ts";
import type { Change } from "#lib/model/diff.ts";
import { DiffProse } from "./diff-prose.tsx";
import type { Overtaken } from "./drafts.ts";
import { NoteField } from "./note-field.tsx";
import { OvertakenNotice } from "./overtaken-notice.tsx";

type Props = {
  number: number;
  /** Differences from the newest version; null when this is the first. */
  changes: readonly Change[] | null;
  catalogue: ModelCatalogue;
  /** What was published since the draft began; null when nothing was. */
  overtaken: Overtaken | null;
  isDisabled: boolean;
  /** Gives a sentence when it was refused, null when it is published. */
  onPublish: (input: { note: string; replacesVersionId: number | null }) => Promise<string | null>;
};

/** What will change, what will happen, why it is done; then it is published. */
export function PublishDialog({ number, changes, catalogue, overtaken, isDisabled, onPublish }: Props) {
  const t = useTranslations("model.publish");
  const words = useTranslations("model");
  const [isOpen, setOpen] = useState(false);
  const [note, setNote] = useState("");
  const [refusal, setRefusal] = useState<string | null>(null);
  const [isUnderWay, setUnderWay] = useState(false);
  /** The version that the reader has said to replace: what came after it is asked about anew. */
  const [replaced, setReplaced] = useState<number | null>(null);
  const newest = overtaken?.versions[0];
  const isAgreed = !newest || replaced === newest.versionId;

  async function publish() {
    setUnderWay(true);
    setRefusal(null);
    // Without an answer the network or the server is away.
    const answer = await onPublish({ note, replacesVersionId: newest ? replaced : null }).catch(() =>
      words("noAnswer"),
    );
    setRefusal(answer);
    setUnderWay(false);
  }

  return (
    <Dialog
      title={t("title", { number })}
      closeLabel={t("close")}
      trigger={
        <Button kind="act" disabled={isDisabled}>
          {t("open")}
        </Button>
      }
      isOpen={isOpen}
      onOpenChange={setOpen}
    >
      <div className="flex flex-col gap-4">
        {overtaken && newest && (
          <OvertakenNotice
            overtaken={overtaken}
            catalogue={catalogue}
            isAgreed={isAgreed}
            onAgree={(isOn) => setReplaced(isOn ? newest.versionId : null)}
          />
        )}
        {changes ? <DiffProse changes={changes} catalogue={catalogue} /> : <p className="type-prose">{t("first")}</p>}
        <p className="text-ink-2">{t("consequence")}</p>
        <NoteField value={note} onChange={setNote} />
        {refusal && <Notice tone="refused">{refusal}</Notice>}
        <div className="flex flex-wrap gap-3">
          <Button kind="act" disabled={isUnderWay || !isAgreed} onClick={() => void publish()}>
            {isUnderWay ? t("underWay") : t("confirm", { number })}
          </Button>
          <Button onClick={() => setOpen(false)}>{words("cancel")}</Button>
        </div>
      </div>
    </Dialog>
  );
}

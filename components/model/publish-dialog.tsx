"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { Dialog } from "#components/ui/dialog.tsx";
import { Notice } from "#components/ui/notice.tsx";
import type { ModelCatalogue } from "#lib/model/catalogue.ts";
import type { Change } from "#lib/model/diff.ts";
import { DiffProse } from "./diff-prose.tsx";
import { NoteField } from "./note-field.tsx";

type Props = {
  number: number;
  /** Differences from the newest version; null when this is the first. */
  changes: readonly Change[] | null;
  catalogue: ModelCatalogue;
  /** The version published since the draft began; null when none was. */
  overtakenBy: number | null;
  isDisabled: boolean;
  /** Gives a sentence when it was refused, null when it is published. */
  onPublish: (note: string) => Promise<string | null>;
};

/** What will change, what will happen, why it is done; then it is published. */
export function PublishDialog({ number, changes, catalogue, overtakenBy, isDisabled, onPublish }: Props) {
  const t = useTranslations("model.publish");
  const [note, setNote] = useState("");
  const [refusal, setRefusal] = useState<string | null>(null);
  const [isUnderWay, setUnderWay] = useState(false);

  async function publish() {
    setUnderWay(true);
    setRefusal(null);
    const answer = await onPublish(note);
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
    >
      <div className="flex flex-col gap-4">
        {overtakenBy !== null && <Notice tone="refused">{t("overtaken", { number: overtakenBy })}</Notice>}
        {changes ? <DiffProse changes={changes} catalogue={catalogue} /> : <p className="type-prose">{t("first")}</p>}
        <p className="text-ink-2">{t("consequence")}</p>
        <NoteField value={note} onChange={setNote} />
        {refusal && <Notice tone="refused">{refusal}</Notice>}
        <div>
          <Button kind="act" disabled={isUnderWay} onClick={() => void publish()}>
            {isUnderWay ? t("underWay") : t("confirm", { number })}
          </Button>
        </div>
      </div>
    </Dialog>
  );
}

"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { useSend } from "#components/shell/use-send.ts";
import { Button } from "#components/ui/button.tsx";
import { Notice } from "#components/ui/notice.tsx";
import type { ModelCatalogue } from "#lib/model/catalogue.ts";
import type { Change } from "#lib/model/diff.ts";
import type { ActionResult } from "#lib/result.ts";
import { DiffProse } from "./diff-prose.tsx";
import { NoteField } from "./note-field.tsx";
import { useNewsOfPass } from "./use-news-of-pass.ts";

type Props = {
  versionId: number;
  number: number;
  /** What changes against the newest version. */
  changes: readonly Change[];
  catalogue: ModelCatalogue;
  kind?: "plain" | "quiet";
  /** Whether it takes back a return. */
  isUndo?: boolean;
  returnTo: (input: { versionId: number; note: string }) => Promise<ActionResult<unknown>>;
};

/** The way back to an earlier version, which is published again as the newest: one press, after a look at what changes or without. */
export function ReturnButton({ versionId, number, changes, catalogue, kind, isUndo = false, returnTo }: Props) {
  const t = useTranslations("model.return");
  const [note, setNote] = useState("");
  const { send, isUnderWay, refusal } = useSend();
  // The button goes once it is done. What comes of it is told elsewhere on the page, with the way to take it back.
  const { standThere } = useNewsOfPass();

  function act() {
    send(() => returnTo({ versionId, note }), { onDone: standThere });
  }

  return (
    <div className="flex min-w-0 flex-col items-start gap-2">
      <div className="flex flex-wrap items-start gap-x-4">
        <Button kind={kind} disabled={isUnderWay} onClick={act}>
          {isUndo ? t("undo") : t("open", { number })}
        </Button>
        <details className="max-w-[60ch]">
          <summary className="w-fit text-ink-2 text-small leading-8 max-sm:leading-9">{t("changes")}</summary>
          <div className="flex flex-col gap-3 pb-2">
            <DiffProse changes={changes} catalogue={catalogue} />
            <p className="text-ink-2">{t("consequence")}</p>
            <NoteField value={note} onChange={setNote} />
          </div>
        </details>
      </div>
      {refusal && <Notice tone="refused">{refusal}</Notice>}
    </div>
  );
}

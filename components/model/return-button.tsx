"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import type { ModelCatalogue } from "#lib/model/catalogue.ts";
import type { Change } from "#lib/model/diff.ts";
import type { ActionResult } from "#lib/result.ts";
import { ConfirmButton } from "./confirm-button.tsx";
import { DiffProse } from "./diff-prose.tsx";
import { NoteField } from "./note-field.tsx";

type Props = {
  versionId: number;
  number: number;
  /** What changes against the newest version. */
  changes: readonly Change[];
  catalogue: ModelCatalogue;
  kind?: "plain" | "quiet";
  returnTo: (input: { versionId: number; note: string }) => Promise<ActionResult<unknown>>;
};

/** The way back to an earlier version: it is published again, as the newest. */
export function ReturnButton({ versionId, number, changes, catalogue, kind, returnTo }: Props) {
  const t = useTranslations("model.return");
  const [note, setNote] = useState("");
  return (
    <ConfirmButton
      label={t("open", { number })}
      kind={kind}
      title={t("title", { number })}
      confirm={t("confirm", { number })}
      onConfirm={async () => {
        const result = await returnTo({ versionId, note });
        return result.ok ? null : result.refusal.message;
      }}
    >
      <DiffProse changes={changes} catalogue={catalogue} />
      <p className="text-ink-2">{t("consequence")}</p>
      <NoteField value={note} onChange={setNote} />
    </ConfirmButton>
  );
}

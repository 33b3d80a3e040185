"use client";

import { useFormatter, useTranslations } from "next-intl";
import { Button } from "#components/ui/button.tsx";
import { Notice } from "#components/ui/notice.tsx";
import type { OtherSave } from "./drafts.ts";
import type { SaveState } from "./use-autosave.ts";

/** How the draft is kept, in a line. */
export function SaveStatus({ state }: { state: SaveState }) {
  const t = useTranslations("model.save");
  const format = useFormatter();
  return (
    <span role="status" className={state.status === "saved" ? "" : "text-ink-2"}>
      {words()}
    </span>
  );

  function words(): string {
    if (state.status !== "saved") return t(state.status);
    const at = new Date(state.at);
    const time = format.dateTime(at, { day: "numeric", month: "long", hour: "2-digit", minute: "2-digit" });
    return state.by ? t("savedBy", { time, name: state.by }) : t("saved", { time });
  }
}

type ConflictProps = {
  theirs: OtherSave;
  onReload: () => void;
  onKeep: () => void;
};

/** Two hands on one draft: who was first, and the two ways on. */
export function ConflictNotice({ theirs, onReload, onKeep }: ConflictProps) {
  const t = useTranslations("model.conflict");
  const format = useFormatter();
  const time = theirs && format.dateTime(new Date(theirs.at), { hour: "2-digit", minute: "2-digit" });
  return (
    <Notice tone="refused">
      <p>{theirs ? t("changed", { name: theirs.by ?? t("somebody"), time: time ?? "" }) : t("gone")}</p>
      <p className="flex flex-wrap gap-3 pt-2">
        <Button onClick={onReload}>{t("reload")}</Button>
        <Button onClick={onKeep}>{t("keep")}</Button>
      </p>
    </Notice>
  );
}

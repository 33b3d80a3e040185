"use client";

import { useTranslations } from "next-intl";
import { Button } from "#components/ui/button.tsx";
import { Notice } from "#components/ui/notice.tsx";
import type { SaveState } from "./draft-saver.ts";
import type { OtherSave } from "./drafts.ts";
import { useMoments } from "./moments.ts";

/** How the draft is kept, in a line. */
export function SaveStatus({ state }: { state: SaveState }) {
  const t = useTranslations("model.save");
  const { shortDay, time: timeOf } = useMoments();
  return (
    <span role="status" className={state.status === "saved" ? "" : "text-ink-2"}>
      {words()}
    </span>
  );

  function words(): string {
    if (state.status !== "saved") return t(state.status);
    const time = `${shortDay(state.at)} ${timeOf(state.at)}`;
    return state.by ? t("savedBy", { time, name: state.by }) : t("saved", { time });
  }
}

type ConflictProps = {
  theirs: OtherSave;
  onReload: () => void;
  onKeep: () => void;
};

/** Two hands on one draft: who was first, and the two ways on; in sight wherever the page is scrolled to. */
export function ConflictNotice({ theirs, onReload, onKeep }: ConflictProps) {
  const t = useTranslations("model.conflict");
  const moments = useMoments();
  return (
    <div className="z-20 bg-paper max-lg:fixed max-lg:inset-x-0 max-lg:bottom-0 max-lg:border-rule-3 max-lg:border-t max-lg:px-gutter max-lg:py-3 lg:sticky lg:-mx-6 lg:top-11 lg:mb-2 lg:border-rule-3 lg:border-b lg:px-6 lg:py-2 xl:-top-2">
      <Notice tone="refused">
        <p>{theirs ? t("changed", { name: theirs.by ?? t("somebody"), time: moments.time(theirs.at) }) : t("gone")}</p>
        <p className="flex flex-wrap gap-3 pt-2">
          <Button onClick={onReload}>{t("reload")}</Button>
          <Button onClick={onKeep}>{t("keep")}</Button>
        </p>
      </Notice>
    </div>
  );
}

import type { ReactNode } from "react";
import type { CellChange } from "#lib/model/diff-cells.ts";
import { bothSides, speakChange } from "./speak-change.tsx";
import type { ModelWords } from "./words.ts";

/** What changed of the thresholds or of the play of a cell, as a sentence. */
export function cellSentence(change: CellChange, words: ModelWords): ReactNode {
  const { t, number } = words;
  switch (change.type) {
    case "threshold": {
      const axis = t(`axes.${change.axis}`);
      return speakChange(words, "threshold", { axis, band: change.band, ...bothSides(change, number) });
    }
    case "bands":
      return speakChange(words, "bands", {
        axis: t(`axes.${change.axis}`),
        before: change.before,
        after: change.after,
      });
    case "play":
      return playSentence(change, words);
  }
}

function playSentence(change: Extract<CellChange, { type: "play" }>, words: ModelWords): ReactNode {
  const { t } = words;
  const { cell } = change;
  switch (change.part) {
    case "temperature":
      return speakChange(words, "play_temperature", { cell, ...bothSides(change, words.temperature) });
    case "action":
      return speakChange(words, "play_action", { cell, ...bothSides(change, words.action) });
    case "priority":
      return speakChange(words, "play_priority", { cell, before: change.before, after: change.after });
    case "slaMinutes":
      return speakChange(words, "play_sla", { cell, ...bothSides(change, sla) });
  }

  function sla(minutes: number | null): string {
    return minutes === null ? t("noSla") : t("sla", { time: words.duration(minutes) });
  }
}

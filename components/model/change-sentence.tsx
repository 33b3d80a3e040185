import type { ReactNode } from "react";
import type { Change } from "#lib/model/diff.ts";
import type { Definition } from "#lib/scoring/definition.ts";
import { cellSentence } from "./cell-sentence.tsx";
import { criterionSentence } from "./criterion-sentence.tsx";
import { bothSides, limitSentence, speakChange } from "./speak-change.tsx";
import type { ModelWords } from "./words.ts";

/** One difference between two definitions, as a sentence. */
export function changeSentence(change: Change, words: ModelWords): ReactNode {
  const { t, label, number } = words;
  switch (change.type) {
    case "threshold":
    case "bands":
    case "play":
      return cellSentence(change, words);
    case "criterion_added":
    case "criterion_removed": {
      const { points, group } = change;
      return speakChange(words, change.type, {
        name: label(change.label),
        count: Math.abs(points),
        points: number(points),
        group: label(group),
      });
    }
    case "criterion_moved":
      return speakChange(words, "criterion_moved", { name: label(change.label), ...bothSides(change, label) });
    case "group_renamed":
    case "name":
      return speakChange(words, change.type, bothSides(change, label));
    case "group_added":
    case "group_removed":
      return speakChange(words, change.type, { name: label(change.label), axis: t(`axes.${change.axis}`) });
    case "cap":
    case "floor":
      return limitSentence(change, label(change.label), words);
    case "order":
      return t("diff.order");
    case "mix":
      return speakChange(
        words,
        "mix",
        bothSides(change, (mix) => t("diff.mixWords", mix)),
      );
    case "qualifies":
      return speakChange(words, "qualifies", bothSides(change, qualifies));
    case "segment":
      return speakChange(words, "segment", bothSides(change, segment));
    case "stages":
      return speakChange(words, "stages", bothSides(change, stages));
    case "events_from":
      return speakChange(
        words,
        "events_from",
        bothSides(change, (from) => t(`eventsFrom.${from}`)),
      );
    default:
      return criterionSentence(change, words);
  }

  function qualifies(rule: Definition["qualifies"]): string {
    return "cells" in rule ? words.allOf(rule.cells) : t("qualifiesFrom", { points: number(rule.combinedAtLeast) });
  }
  function segment(asked: Definition["segment"]): string {
    return asked ? words.condition(asked) : t("segmentAll");
  }
  function stages(list: Definition["stages"]): string {
    return list === null ? t("stagesAll") : words.allOf(list.map(words.stage));
  }
}

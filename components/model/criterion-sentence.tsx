import type { ReactNode } from "react";
import type { CriterionChange } from "#lib/model/diff-criterion.ts";
import { bothSides, limitSentence, speakChange } from "./speak-change.tsx";
import type { ModelWords } from "./words.ts";

/** What changed of one criterion, as a sentence. */
export function criterionSentence(change: CriterionChange, words: ModelWords): ReactNode {
  const { t, label, number } = words;
  const name = label(change.label);
  switch (change.type) {
    case "points": {
      const key = pointsKey(change);
      const count = Math.abs(change.after);
      return speakChange(words, key, { name, count, ...bothSides(change, key === "points_cost" ? cost : number) });
    }
    case "half_life":
    case "maximum":
      return limitSentence(change, name, words);
    case "idle_days":
      return speakChange(words, "idle_days", { name, count: change.after, ...bothSides(change, number) });
    case "burst":
      return speakChange(words, "burst", { name, ...bothSides(change, (burst) => t("diff.burstWords", burst)) });
    case "scope":
      return speakChange(words, "scope", { name, ...bothSides(change, (scope) => t(`scope.${scope}`)) });
    case "high_intent":
      return speakChange(words, change.after ? "high_intent_on" : "high_intent_off", { name });
    case "season":
      return speakChange(words, "season", { name, ...bothSides(change, words.season) });
    case "condition":
      return speakChange(words, "condition", { name, ...bothSides(change, words.condition) });
    case "events":
      return speakChange(words, "events", { name, ...bothSides(change, words.selector) });
    case "criterion_kind":
      return speakChange(words, "criterion_kind", { name, ...bothSides(change, (kind) => t(`kind.${kind}`)) });
    case "criterion_renamed":
      return speakChange(words, "criterion_renamed", bothSides(change, label));
  }

  function cost(points: number): string {
    return number(-points);
  }
}

/** Points are earned or cost; where the sign turns, both are said as they are. */
function pointsKey({ before, after }: { before: number; after: number }): string {
  if (before >= 0 && after >= 0) return "points_earned";
  return before <= 0 && after <= 0 ? "points_cost" : "points_turned";
}

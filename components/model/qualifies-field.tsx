"use client";

import type { Definition } from "#lib/scoring/definition.ts";
import type { Problem } from "#lib/scoring/problem.ts";
import { useEditor } from "./editor-context.tsx";
import { ProblemSentences } from "./problem-sentences.tsx";
import { RuledNumber } from "./ruled-number.tsx";
import type { ModelWords } from "./words.ts";

type Props = {
  definition: Definition;
  published: Definition;
  problems: readonly Problem[];
  words: ModelWords;
};

/** A common threshold of the field (design, section 3), and the cells that are called when none are chosen. */
const USUAL_THRESHOLD = 60;
const BEST_CELL = "A1";
const LIMITS = { min: 0.01, max: 200 };

/** Who is handed to sales: leads of chosen cells, or from a combined score upwards. */
export function QualifiesField({ definition: { qualifies, plays, mix }, published, problems, words }: Props) {
  const { edit, settle } = useEditor();
  const { t } = words;
  const threshold = "combinedAtLeast" in qualifies ? qualifies.combinedAtLeast : null;
  const was = "combinedAtLeast" in published.qualifies ? published.qualifies.combinedAtLeast : null;

  function choose(byScore: boolean) {
    const called = Object.keys(plays).filter((cell) => plays[cell]?.action.startsWith("call_"));
    const cells = "cells" in published.qualifies ? published.qualifies.cells : called;
    const next = byScore
      ? { combinedAtLeast: was ?? USUAL_THRESHOLD }
      : { cells: cells.length > 0 ? cells : [BEST_CELL] };
    edit({ type: "set_qualifies", qualifies: next });
  }

  return (
    <fieldset className="flex flex-col gap-1">
      <legend className="type-label">{t("qualifiesLabel")}</legend>
      {[false, true].map((byScore) => (
        <label key={String(byScore)} className="flex min-h-6 items-center gap-2 max-sm:min-h-11">
          <input
            type="radio"
            name="qualifies"
            checked={byScore === (threshold !== null)}
            onChange={() => choose(byScore)}
            className="size-3.5 accent-accent"
          />
          {t(byScore ? "qualifiesByScore" : "qualifiesByCells")}
        </label>
      ))}
      {threshold === null ? (
        <p className="text-ink-2 text-small">{"cells" in qualifies && words.allOf(qualifies.cells)}</p>
      ) : (
        <div className="grid grid-cols-[minmax(0,1fr)_44px] items-center gap-x-3 px-1">
          <RuledNumber
            words={words}
            label={t("qualifiesThreshold")}
            value={threshold}
            published={was}
            scale={{ min: 0, max: mix.fit + mix.engagement > 100 ? 200 : 100 }}
            limits={LIMITS}
            isWrong={problems.length > 0}
            unit="points"
            onChange={(combinedAtLeast) =>
              edit({ type: "set_qualifies", qualifies: { combinedAtLeast } }, "qualifies.combinedAtLeast")
            }
            onSettle={settle}
          />
        </div>
      )}
      <ProblemSentences problems={problems} words={words} />
    </fieldset>
  );
}

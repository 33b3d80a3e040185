"use client";

import { memo, useRef } from "react";
import { NumberInput, type NumberInputHandle } from "#components/ui/number-input.tsx";
import { Ruler } from "#components/ui/ruler.tsx";
import { engagementBandNames, fitBandNames } from "#lib/scoring/bands.ts";
import type { AxisName } from "#lib/scoring/facts.ts";
import type { Problem } from "#lib/scoring/problem.ts";
import { useEditor } from "./editor-context.tsx";
import { InlineSelect } from "./inline-fields.tsx";
import { ProblemSentences } from "./problem-sentences.tsx";
import { problemsAt } from "./problems.ts";
import type { ModelWords } from "./words.ts";

type Props = {
  axis: AxisName;
  thresholds: readonly number[];
  /** As published; those of another number of bands are no comparison. */
  published: readonly number[];
  problems: readonly Problem[];
  words: ModelWords;
};

const SCALE = { min: 0, max: 100 };
const LIMITS = { min: 0.01, max: 100 };
const BANDS = [3, 4, 5] as const;

/** The thresholds of an axis on one ruler, each with its number; and how many bands there are. */
export const ThresholdsField = memo(function ThresholdsField({ axis, thresholds, published, problems, words }: Props) {
  const { edit, settle } = useEditor();
  const { t, number, locale } = words;
  const inputs = useRef<(NumberInputHandle | null)[]>([]);
  const names = axis === "fit" ? fitBandNames(thresholds) : engagementBandNames(thresholds);
  const was = published.length === thresholds.length ? published : undefined;
  const wrong = problemsAt(problems, ["axes", axis, "thresholds"]);

  function set(index: number, value: number) {
    edit({ type: "set_threshold", axis, index, value }, `threshold.${axis}.${index}`);
  }
  function labelOf(index: number): string {
    return t("opens", { axis: t(`axes.${axis}`), band: names[index + 1] ?? "" });
  }

  return (
    <div>
      <div className="flex items-center justify-between gap-3">
        <h3 className="font-semibold text-small">{t(`axes.${axis}`)}</h3>
        <span className="w-28">
          <InlineSelect
            label={t("bandsOf", { axis: t(`axes.${axis}`) })}
            isLabelHidden
            value={String(thresholds.length + 1)}
            choices={BANDS.map((count) => ({ value: String(count), label: t("bands", { count }) }))}
            onChange={(bands) => edit({ type: "set_bands", axis, bands: Number(bands) })}
          />
        </span>
      </div>
      <div className="px-1 pt-1">
        <Ruler
          marks={thresholds.map((value, index) => ({
            label: labelOf(index),
            value,
            reference: was?.[index] ?? null,
            valueText: t("units.points", { value, shown: number(value) }),
          }))}
          scale={SCALE}
          limits={LIMITS}
          origin={null}
          onChange={set}
          onSettle={settle}
          onType={(index, character) => inputs.current[index]?.startTyping(character)}
        />
      </div>
      <ul className="flex flex-wrap justify-between gap-x-2 gap-y-1 pt-1">
        {thresholds.map((value, index) => (
          <li key={names[index + 1]} className="flex items-center gap-1.5">
            <b>{names[index + 1]}</b>
            <span aria-hidden="true" className="text-ink-3 text-small">
              ≥
            </span>
            <span className="w-8 max-sm:w-14">
              <NumberInput
                ref={(handle) => {
                  inputs.current[index] = handle;
                }}
                label={t("typed", { label: labelOf(index) })}
                locale={locale}
                value={value}
                min={LIMITS.min}
                max={LIMITS.max}
                isWrong={problemsAt(wrong, ["axes", axis, "thresholds", index]).length > 0}
                isChanged={was?.[index] !== value}
                onChange={(next) => next !== null && set(index, next)}
                onSettle={settle}
              />
            </span>
          </li>
        ))}
      </ul>
      <ProblemSentences problems={wrong} words={words} />
    </div>
  );
});

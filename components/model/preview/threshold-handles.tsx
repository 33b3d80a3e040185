"use client";

import { memo, type RefObject } from "react";
import { engagementBandNames, fitBandNames } from "#lib/scoring/bands.ts";
import type { AxisName } from "#lib/scoring/facts.ts";
import type { ModelWords } from "../words.ts";
import { ThresholdLine } from "./threshold-line.tsx";

type Props = {
  axis: AxisName;
  thresholds: readonly number[];
  published: readonly number[];
  plot: RefObject<HTMLElement | null>;
  words: ModelWords;
};

/** The thresholds of an axis as lines in the plot. */
export const ThresholdHandles = memo(function ThresholdHandles({ axis, thresholds, published, plot, words }: Props) {
  const { t } = words;
  const names = axis === "fit" ? fitBandNames(thresholds) : engagementBandNames(thresholds);
  const was = published.length === thresholds.length ? published : undefined;
  return thresholds.map((value, index) => (
    <ThresholdLine
      key={names[index + 1]}
      axis={axis}
      index={index}
      value={value}
      before={was?.[index]}
      thresholds={thresholds}
      label={t("opens", { axis: t(`axes.${axis}`), band: names[index + 1] ?? "" })}
      plot={plot}
      words={words}
    />
  ));
});

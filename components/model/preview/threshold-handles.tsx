"use client";

import { type KeyboardEvent, memo, type PointerEvent, type RefObject, useRef } from "react";
import { clampMark, stepOfKey, valueAt } from "#components/ui/ruler-values.ts";
import { engagementBandNames, fitBandNames } from "#lib/scoring/bands.ts";
import type { AxisName } from "#lib/scoring/facts.ts";
import { useEditor } from "../editor-context.tsx";
import type { ModelWords } from "../words.ts";

const SCALE = { min: 0, max: 100 };
const LIMITS = { min: 1, max: 100 };

type Props = {
  axis: AxisName;
  thresholds: readonly number[];
  published: readonly number[];
  plot: RefObject<HTMLElement | null>;
  words: ModelWords;
};

/** The thresholds of an axis as lines in the plot, taken at their number at the edge or anywhere along them. */
export const ThresholdHandles = memo(function ThresholdHandles({ axis, thresholds, published, plot, words }: Props) {
  const { edit, settle } = useEditor();
  const held = useRef<number | null>(null);
  const { t, number } = words;
  const names = axis === "fit" ? fitBandNames(thresholds) : engagementBandNames(thresholds);
  const was = published.length === thresholds.length ? published : undefined;
  const marks = thresholds.map((value) => ({ value }));
  const isAcross = axis === "engagement";

  function move(index: number, value: number) {
    const next = clampMark(marks, index, value, LIMITS);
    if (next !== thresholds[index])
      edit({ type: "set_threshold", axis, index, value: next }, `threshold.${axis}.${index}`);
  }
  function pointed({ clientX, clientY }: PointerEvent): number {
    const box = plot.current?.getBoundingClientRect();
    if (!box) return 0;
    return valueAt(isAcross ? (clientX - box.left) / box.width : (box.bottom - clientY) / box.height, SCALE);
  }
  function end() {
    if (held.current !== null) settle();
    held.current = null;
  }
  function onKeyDown(event: KeyboardEvent, index: number) {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const step = stepOfKey(event.key, event.shiftKey);
    const before = was?.[index];
    if (step !== null) move(index, (thresholds[index] ?? 0) + step);
    else if (event.key === "Backspace" && before !== undefined) move(index, before);
    else return;
    event.preventDefault();
  }

  return thresholds.map((value, index) => (
    <label
      key={names[index + 1]}
      data-changed={was?.[index] !== value || undefined}
      onPointerDown={(event) => {
        if (event.button !== 0) return;
        held.current = index;
        event.currentTarget.setPointerCapture(event.pointerId);
      }}
      onPointerMove={(event) => held.current === index && move(index, pointed(event))}
      onPointerUp={end}
      onPointerCancel={end}
      style={isAcross ? { left: `${value}%` } : { bottom: `${value}%` }}
      className={`group/line absolute z-3 touch-none select-none ${isAcross ? "inset-y-0 -ml-1.5 w-3 cursor-ew-resize" : "inset-x-0 -mb-1.5 h-3 cursor-ns-resize"}`}
    >
      <span
        aria-hidden="true"
        className={`absolute bg-transparent group-hover/line:bg-accent group-has-[:active]/line:bg-accent group-has-[:focus-visible]/line:bg-accent ${isAcross ? "inset-y-0 left-[5px] w-px" : "inset-x-0 top-[5px] h-px"}`}
      />
      <span
        aria-hidden="true"
        className={`absolute flex h-5 min-w-[30px] items-center justify-center rounded-sm border border-accent bg-sheet px-1 font-semibold text-accent text-small group-data-changed/line:bg-accent group-data-changed/line:text-on-accent group-has-[:focus-visible]/line:outline-2 group-has-[:focus-visible]/line:outline-accent group-has-[:focus-visible]/line:outline-offset-2 ${isAcross ? "top-full left-1/2 -translate-x-1/2 translate-y-1" : "top-1/2 right-full -translate-x-1 -translate-y-1/2"}`}
      >
        {number(value)}
      </span>
      <input
        type="range"
        aria-label={t("opens", { axis: t(`axes.${axis}`), band: names[index + 1] ?? "" })}
        aria-valuetext={t("units.points", { value, shown: number(value) })}
        min={SCALE.min}
        max={SCALE.max}
        step="any"
        value={value}
        onChange={(event) => move(index, Math.round(event.currentTarget.valueAsNumber))}
        onKeyDown={(event) => onKeyDown(event, index)}
        onBlur={settle}
        className="pointer-events-none absolute inset-0 size-full opacity-0"
      />
    </label>
  ));
});

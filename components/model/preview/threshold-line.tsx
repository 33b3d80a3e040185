"use client";

import { type KeyboardEvent, type RefObject, useRef, useState } from "react";
import { flushSync } from "react-dom";
import type { NumberInputHandle } from "#components/ui/number-input.tsx";
import { clampMark, rangeBetween, stepOfKey, valueAt } from "#components/ui/ruler-values.ts";
import { useDrag } from "#components/ui/use-drag.ts";
import type { AxisName } from "#lib/scoring/facts.ts";
import { useEditor } from "../editor-context.tsx";
import type { ModelWords } from "../words.ts";
import { TypedThreshold } from "./typed-threshold.tsx";

const SCALE = { min: 0, max: 100 };
const DRAG_LIMITS = { min: 1, max: 100 };
const TYPED_LIMITS = { min: 0.01, max: 100 };

type Props = {
  axis: AxisName;
  index: number;
  value: number;
  /** As published; undefined where there is nothing to compare. */
  before: number | undefined;
  /** All of the axis: none passes another. */
  thresholds: readonly number[];
  label: string;
  plot: RefObject<HTMLElement | null>;
  words: ModelWords;
};

/** A threshold as a line in the plot, taken at its number at the edge or anywhere along it; digits are typed at the edge. */
export function ThresholdLine({ axis, index, value, before, thresholds, label, plot, words }: Props) {
  const { edit, settle } = useEditor();
  const line = useRef<HTMLInputElement>(null);
  const field = useRef<NumberInputHandle>(null);
  const [isTyped, setTyped] = useState(false);
  const { t, number } = words;
  const isAcross = axis === "engagement";

  function set(next: number) {
    edit({ type: "set_threshold", axis, index, value: next }, `threshold.${axis}.${index}`);
  }
  function move(to: number): boolean {
    const marks = thresholds.map((each) => ({ value: each }));
    const next = clampMark(marks, index, to, DRAG_LIMITS);
    if (next === value) return false;
    set(next);
    return true;
  }
  const drag = useDrag({
    onMove: ({ clientX, clientY }) => {
      const box = plot.current?.getBoundingClientRect();
      if (!box) return false;
      return move(valueAt(isAcross ? (clientX - box.left) / box.width : (box.bottom - clientY) / box.height, SCALE));
    },
    onEnd: settle,
  });
  function onKeyDown(event: KeyboardEvent) {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const step = stepOfKey(event.key, event.shiftKey);
    if (step !== null) move(value + step);
    else if (event.key === "Backspace" && before !== undefined) move(before);
    else if (/^\d$/.test(event.key)) {
      // The field has to be there before it can take the digit.
      flushSync(() => setTyped(true));
      field.current?.startTyping(event.key);
    } else return;
    event.preventDefault();
  }

  return (
    <>
      <label
        data-changed={before !== value || undefined}
        onPointerDown={(event) => event.button === 0 && drag.hold(event)}
        {...drag.handlers}
        style={isAcross ? { left: `${value}%` } : { bottom: `${value}%` }}
        className={`group/line absolute z-3 touch-none select-none ${isAcross ? "inset-y-0 -ml-1.5 w-3 cursor-ew-resize" : "inset-x-0 -mb-1.5 h-3 cursor-ns-resize"}`}
      >
        <span
          aria-hidden="true"
          className={`absolute bg-transparent group-hover/line:bg-accent group-has-[:active]/line:bg-accent group-has-[:focus-visible]/line:bg-accent ${isAcross ? "inset-y-0 left-[5px] w-px" : "inset-x-0 top-[5px] h-px"}`}
        />
        {!isTyped && (
          <span
            aria-hidden="true"
            className={`absolute flex h-5 min-w-[30px] items-center justify-center rounded-sm border border-accent bg-sheet px-1 font-semibold text-accent text-small group-data-changed/line:bg-accent group-data-changed/line:text-on-accent group-has-[:focus-visible]/line:outline-2 group-has-[:focus-visible]/line:outline-accent group-has-[:focus-visible]/line:outline-offset-2 ${isAcross ? "top-full left-1/2 -translate-x-1/2 translate-y-1" : "top-1/2 right-full -translate-x-1 -translate-y-1/2"}`}
          >
            {number(value)}
          </span>
        )}
        <input
          ref={line}
          type="range"
          aria-label={label}
          aria-valuetext={t("units.points", { value, shown: number(value) })}
          min={SCALE.min}
          max={SCALE.max}
          step="any"
          value={value}
          onChange={(event) => move(Math.round(event.currentTarget.valueAsNumber))}
          onKeyDown={onKeyDown}
          onBlur={settle}
          className="pointer-events-none absolute inset-0 size-full opacity-0"
        />
      </label>
      {isTyped && (
        <TypedThreshold
          ref={field}
          axis={axis}
          label={label}
          value={value}
          limits={rangeBetween(thresholds, index, TYPED_LIMITS)}
          isChanged={before !== value}
          words={words}
          onChange={set}
          onDone={(isByKey) => {
            if (isByKey) line.current?.focus();
            setTyped(false);
          }}
          onSettle={settle}
        />
      )}
    </>
  );
}

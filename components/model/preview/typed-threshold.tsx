"use client";

import { type Ref, useRef } from "react";
import { NumberInput, type NumberInputHandle } from "#components/ui/number-input.tsx";
import type { Range } from "#components/ui/ruler-values.ts";
import type { AxisName } from "#lib/scoring/facts.ts";
import type { ModelWords } from "../words.ts";

type Props = {
  axis: AxisName;
  label: string;
  value: number;
  limits: Range;
  isChanged: boolean;
  words: ModelWords;
  onChange: (value: number) => void;
  /** The number stands: by a key, or because the hand went elsewhere. */
  onDone: (isByKey: boolean) => void;
  onSettle: () => void;
  ref: Ref<NumberInputHandle>;
};

/** The number at the edge of a threshold line while it is typed. It goes along with the line. */
export function TypedThreshold({ axis, label, value, limits, words, onDone, onSettle, ...props }: Props) {
  const field = useRef<HTMLSpanElement>(null);
  const isAcross = axis === "engagement";
  return (
    <span
      ref={field}
      style={isAcross ? { left: `${value}%` } : { bottom: `${value}%` }}
      className={`absolute z-4 w-12 bg-sheet ${isAcross ? "top-full -translate-x-1/2 translate-y-1" : "right-full -translate-x-1 translate-y-1/2"}`}
    >
      <NumberInput
        ref={props.ref}
        label={words.t("typed", { label })}
        locale={words.locale}
        value={value}
        min={limits.min}
        max={limits.max}
        isChanged={props.isChanged}
        opensTo={isAcross && value > 50 ? "left" : "right"}
        onChange={(next) => next !== null && props.onChange(next)}
        onSettle={(isTaken) => {
          onSettle();
          if (isTaken) onDone(field.current?.contains(document.activeElement) ?? false);
        }}
      />
    </span>
  );
}

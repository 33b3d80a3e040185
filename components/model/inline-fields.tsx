"use client";

import { Chevron } from "#components/ui/chevron.tsx";
import { NumberInput } from "#components/ui/number-input.tsx";
import type { Problem } from "#lib/scoring/problem.ts";
import { INLINE_CONTROL } from "./inline-control.ts";
import { ProblemSentences } from "./problem-sentences.tsx";
import type { ModelWords } from "./words.ts";

type SelectProps<Value extends string> = {
  label: string;
  /** For use in a row that names it already. */
  isLabelHidden?: boolean;
  value: Value;
  choices: readonly { readonly value: Value; readonly label: string }[];
  isWrong?: boolean;
  onChange: (value: Value) => void;
};

/** The browser's own list, low enough for a row: conditions have many, and a phone shows its own wheel. */
export function InlineSelect<Value extends string>({
  label,
  isLabelHidden,
  value,
  choices,
  ...props
}: SelectProps<Value>) {
  return (
    <label className="flex min-w-0 flex-col">
      <span className={isLabelHidden ? "sr-only" : "type-label"}>{label}</span>
      <span className="relative">
        <select
          value={value}
          aria-invalid={props.isWrong || undefined}
          onChange={(event) => {
            const chosen = choices.find((choice) => choice.value === event.target.value);
            if (chosen) props.onChange(chosen.value);
          }}
          className={`${INLINE_CONTROL} appearance-none truncate pr-4`}
        >
          {!choices.some((choice) => choice.value === value) && <option value={value}>{value}</option>}
          {choices.map((choice) => (
            <option key={choice.value} value={choice.value}>
              {choice.label}
            </option>
          ))}
        </select>
        <Chevron className="pointer-events-none absolute top-1/2 right-0.5 -translate-y-1/2" />
      </span>
    </label>
  );
}

type CountProps = {
  words: ModelWords;
  label: string;
  value: number;
  min: number;
  max: number;
  problems: readonly Problem[];
  onChange: (value: number) => void;
  onSettle: () => void;
};

/** A whole number with its label before it. */
export function CountField({ words, label, value, min, max, problems, onChange, onSettle }: CountProps) {
  return (
    <div>
      <div className="flex items-baseline gap-3">
        <span className="type-label">{label}</span>
        <span className="w-12">
          <NumberInput
            label={label}
            locale={words.locale}
            value={value}
            min={min}
            max={max}
            isWhole
            isWrong={problems.length > 0}
            onChange={(next) => next !== null && onChange(next)}
            onSettle={onSettle}
          />
        </span>
      </div>
      <ProblemSentences problems={problems} words={words} />
    </div>
  );
}

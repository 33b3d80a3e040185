"use client";

import type { Problem } from "#lib/scoring/problem.ts";
import { ProblemSentences } from "./problem-sentences.tsx";
import { RuledNumber } from "./ruled-number.tsx";
import type { Scale } from "./ruler-scales.ts";
import type { ModelWords } from "./words.ts";

type Props = {
  words: ModelWords;
  /** What is limited, for the accessible name: "Demo request". */
  subject: string;
  label: string;
  /** The words for having none: "no limit", "never fades". */
  noneLabel: string;
  value: number | null;
  /** undefined: not in the published version. */
  published: number | null | undefined;
  /** What it becomes when it is switched on. */
  initial: number;
  scale: Scale;
  limits: Scale;
  isWhole?: boolean;
  unit: "points" | "days";
  problems: readonly Problem[];
  onChange: (value: number | null) => void;
  onSettle: () => void;
};

/** A number with a ruler that may also be none. */
export function LimitField({ words, subject, label, noneLabel, value, published, initial, problems, ...props }: Props) {
  const { t } = words;
  const name = t("of", { part: label, subject });
  return (
    <div>
      <div className="grid min-h-[31px] grid-cols-[72px_minmax(0,1fr)_44px_108px] items-center gap-x-3 max-sm:grid-cols-[minmax(0,1fr)_64px_104px] max-sm:py-1">
        <span className="type-label">{label}</span>
        {value === null ? (
          <span className="col-span-2 max-sm:col-span-1" />
        ) : (
          <RuledNumber
            words={words}
            label={name}
            value={value}
            published={published ?? null}
            scale={props.scale}
            limits={props.limits}
            isWhole={props.isWhole}
            isWrong={problems.length > 0}
            unit={props.unit}
            onChange={props.onChange}
            onSettle={props.onSettle}
          />
        )}
        <label className="flex min-h-6 items-center gap-1.5 whitespace-nowrap text-ink-2 text-small max-sm:min-h-11">
          <input
            type="checkbox"
            aria-label={`${subject}, ${noneLabel}`}
            checked={value === null}
            onChange={(event) => props.onChange(event.target.checked ? null : (published ?? initial))}
            className="size-3.5 accent-accent"
          />
          {noneLabel}
        </label>
      </div>
      <ProblemSentences problems={problems} words={words} />
    </div>
  );
}

"use client";

import type { Criterion } from "#lib/scoring/definition.ts";
import type { Problem } from "#lib/scoring/problem.ts";
import { INLINE_CONTROL } from "./inline-control.ts";
import { ProblemSentences } from "./problem-sentences.tsx";
import type { ModelWords } from "./words.ts";

type Season = NonNullable<Criterion["active"]>;

type Props = {
  words: ModelWords;
  subject: string;
  value: Criterion["active"];
  problems: readonly Problem[];
  onChange: (value: Criterion["active"]) => void;
  onSettle: () => void;
};

const ENDS = ["from", "until"] as const satisfies readonly (keyof Season)[];

/** First and last day of a season, both included; empty is open, and both empty is no season. */
export function SeasonField({ words, subject, value, problems, onChange, onSettle }: Props) {
  const { t } = words;
  function set(end: keyof Season, day: string) {
    const season = { from: value?.from ?? null, until: value?.until ?? null, [end]: day === "" ? null : day };
    onChange(season.from === null && season.until === null ? null : season);
  }
  return (
    <div>
      <div className="flex flex-wrap items-end gap-x-4 gap-y-1">
        {ENDS.map((end) => (
          <label key={end} className="flex w-32 flex-col max-sm:w-[calc(50%-8px)]">
            <span className="type-label">{t(`season.${end}`)}</span>
            <input
              type="date"
              aria-label={t("of", { part: t(`season.${end}`), subject })}
              value={value?.[end] ?? ""}
              onChange={(event) => set(end, event.target.value)}
              onBlur={onSettle}
              className={INLINE_CONTROL}
            />
          </label>
        ))}
        {value === null && <span className="pb-1.5 text-ink-3 text-small">{t("season.always")}</span>}
      </div>
      <ProblemSentences problems={problems} words={words} />
    </div>
  );
}

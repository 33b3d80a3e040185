"use client";

import type { Criterion } from "#lib/scoring/definition.ts";
import type { Problem } from "#lib/scoring/problem.ts";
import { LimitField } from "./limit-field.tsx";
import { HalfLifeGaps } from "./past/half-life-gaps.tsx";
import { DAY_LIMITS, dayScale, LIMIT_LIMITS, type Scale } from "./ruler-scales.ts";
import type { ModelWords } from "./words.ts";

type Decaying = Extract<Criterion, { halfLifeDays: number | null }>;

type Props = {
  criterion: Decaying;
  was: Decaying | undefined;
  limitScale: Scale;
  at: (...part: (string | number)[]) => readonly Problem[];
  words: ModelWords;
  set: (criterion: Criterion, part: string) => void;
  settle: () => void;
};

/** The default half-life of the design, section 3. */
const USUAL_DAYS = 30;

/** How long an event counts and how far several add up, on rulers; and whether it is urgent. */
export function DecayFields({ criterion, was, limitScale, at, words, set, settle }: Props) {
  const { t, label } = words;
  const subject = label(criterion.label);
  return (
    <section className="flex flex-col">
      <LimitField
        words={words}
        subject={subject}
        label={t("halfLife")}
        noneLabel={t("neverFades")}
        value={criterion.halfLifeDays}
        published={was?.halfLifeDays}
        initial={USUAL_DAYS}
        scale={dayScale([criterion.halfLifeDays, was?.halfLifeDays ?? null])}
        limits={DAY_LIMITS}
        isWhole
        unit="days"
        problems={at("halfLifeDays")}
        onChange={(halfLifeDays) => set({ ...criterion, halfLifeDays }, "halfLife")}
        onSettle={settle}
      />
      <HalfLifeGaps criterion={criterion} />
      <LimitField
        words={words}
        subject={subject}
        label={t("maximum")}
        noneLabel={t("noMaximum")}
        value={criterion.maximum}
        published={was?.maximum}
        initial={Math.abs(criterion.points) || 1}
        scale={limitScale}
        limits={LIMIT_LIMITS}
        unit="points"
        problems={at("maximum")}
        onChange={(maximum) => set({ ...criterion, maximum }, "maximum")}
        onSettle={settle}
      />
      <label className="flex min-h-6 items-start gap-2 pt-2 max-sm:min-h-11">
        <input
          type="checkbox"
          checked={criterion.isHighIntent}
          onChange={(event) => set({ ...criterion, isHighIntent: event.target.checked }, "highIntent")}
          className="mt-0.5 size-3.5 accent-accent"
        />
        <span>
          {t("highIntent")} <span className="text-ink-3 text-small">{t("highIntentHint")}</span>
        </span>
      </label>
    </section>
  );
}

"use client";

import { memo } from "react";
import { NumberInput } from "#components/ui/number-input.tsx";
import { criterionTopic } from "#lib/model/comment-topic.ts";
import type { PlacedCriterion, PlacedGroup } from "#lib/model/criteria.ts";
import type { Criterion } from "#lib/scoring/definition.ts";
import type { AxisName } from "#lib/scoring/facts.ts";
import type { Problem } from "#lib/scoring/problem.ts";
import { CriterionInspector } from "./criterion-inspector.tsx";
import { useEditor } from "./editor-context.tsx";
import { HalfLifeCurve } from "./half-life-curve.tsx";
import { EvidenceCells } from "./past/evidence-cells.tsx";
import { criterionPath, criterionPlaceId } from "./place-id.ts";
import { problemsAt } from "./problems.ts";
import { CommentMark } from "./review/comment-mark.tsx";
import { RuledNumber } from "./ruled-number.tsx";
import { DAY_LIMITS, LIMIT_LIMITS, POINT_LIMITS, type Scale } from "./ruler-scales.ts";
import { type ModelWords, useModelWords } from "./words.ts";

type Props = {
  criterion: Criterion;
  axis: AxisName;
  group: number;
  index: number;
  /** As the published version has it. */
  published: PlacedCriterion | undefined;
  pointScale: Scale;
  limitScale: Scale;
  isOpen: boolean;
  problems: readonly Problem[];
  /** Where it could move to; read only while it is open. */
  groups: readonly PlacedGroup[];
};

/** One criterion: its numbers in a line, everything else behind its name. */
export const CriterionRow = memo(function CriterionRow({ criterion, published, isOpen, ...props }: Props) {
  const { edit, settle, open, catalogue } = useEditor();
  const words = useModelWords(catalogue);
  const { t, label } = words;
  const place = { axis: props.axis, group: props.group, criterion: props.index };
  const id = criterionPlaceId(place);
  const name = label(criterion.label);
  const was = published?.criterion;

  function set(changed: Criterion, part: string) {
    edit({ type: "set_criterion", at: place, criterion: changed }, `${id}.${part}`);
  }

  return (
    <li
      id={`place-${id}`}
      data-open={isOpen || undefined}
      // One row's step is laid out and painted without the others.
      className="border-rule border-t contain-layout contain-style data-open:-mx-3 data-open:border-l-[3px] data-open:border-l-accent data-open:bg-paper-2 data-open:pr-3 data-open:pl-[9px]"
    >
      <div className="grid min-h-[31px] grid-cols-[minmax(0,1fr)_92px_36px_62px_30px_36px_38px] items-center gap-x-2 max-sm:grid-cols-[minmax(0,1fr)_72px] max-sm:gap-y-1 max-sm:py-2">
        <button
          type="button"
          aria-expanded={isOpen}
          title={name}
          onClick={() => open(isOpen ? null : id)}
          className="narrow flex min-w-0 items-center gap-1.5 text-left max-sm:min-h-11 max-sm:text-prose"
        >
          <span className={`truncate ${isOpen ? "font-semibold" : ""}`}>{name}</span>
          {props.problems.length > 0 && (
            <span className="flex-none font-semibold text-hot">
              !<span className="sr-only">{t("problemCount", { count: props.problems.length })}</span>
            </span>
          )}
          {!was && <NewMark words={words} />}
          <CommentMark topic={criterionTopic(criterion.key)} />
        </button>
        <RuledNumber
          words={words}
          label={t("of", { part: t("points"), subject: name })}
          value={criterion.points}
          published={was?.points ?? null}
          scale={props.pointScale}
          limits={POINT_LIMITS}
          isWrong={problemsAt(props.problems, criterionPath(place, "points")).length > 0}
          unit="points"
          onChange={(points) => set({ ...criterion, points }, "points")}
          onSettle={settle}
        />
        <DecayCells criterion={criterion} was={was} name={name} words={words} set={set} settle={settle} />
        <EvidenceCells criterion={criterion} />
      </div>
      {"maximum" in criterion && criterion.maximum !== null && Math.abs(criterion.points) > criterion.maximum && (
        <p className="pb-1 text-ink-2 text-small">
          {t("aboveMaximum", { maximum: words.number(criterion.maximum), points: words.number(criterion.points) })}
        </p>
      )}
      {isOpen && (
        <CriterionInspector
          criterion={criterion}
          place={place}
          was={was}
          limitScale={props.limitScale}
          problems={props.problems}
          groups={props.groups}
          words={words}
          set={set}
        />
      )}
    </li>
  );
});

function NewMark({ words }: { words: ModelWords }) {
  return (
    <span className="flex-none rounded-sm border border-current px-1 font-medium text-accent text-micro">
      {words.t("new")}
    </span>
  );
}

type DecayProps = {
  criterion: Criterion;
  was: Criterion | undefined;
  name: string;
  words: ModelWords;
  set: (criterion: Criterion, part: string) => void;
  settle: () => void;
};

/** Half-life and maximum as numbers; kinds of criteria without them leave the cells empty. */
function DecayCells({ criterion, was, name, words, set, settle }: DecayProps) {
  if (criterion.type !== "event" && criterion.type !== "burst") return <span className="col-span-2 max-sm:hidden" />;
  const { t, locale } = words;
  const before = was && "halfLifeDays" in was ? was : null;
  return (
    <div className="col-span-2 grid grid-cols-subgrid items-center max-sm:order-2 max-sm:flex max-sm:gap-6">
      <span className="flex items-center justify-end gap-1 max-sm:flex-1 max-sm:gap-2">
        <span className="type-label mr-auto whitespace-nowrap sm:hidden">{t("halfLife")}</span>
        {criterion.halfLifeDays !== null && (
          <HalfLifeCurve days={criterion.halfLifeDays} before={before?.halfLifeDays ?? null} />
        )}
        <span className="w-8 max-sm:w-14">
          <NumberInput
            label={t("of", { part: t("halfLifeInDays"), subject: name })}
            locale={locale}
            value={criterion.halfLifeDays}
            min={DAY_LIMITS.min}
            max={DAY_LIMITS.max}
            isWhole
            isOptional
            placeholder="–"
            isChanged={before?.halfLifeDays !== criterion.halfLifeDays}
            description={before ? words.published(before.halfLifeDays, criterion.halfLifeDays) : undefined}
            onChange={(halfLifeDays) => set({ ...criterion, halfLifeDays }, "halfLife")}
            onSettle={settle}
          />
        </span>
        <span className="text-ink-3 text-small">{t("dayShort")}</span>
      </span>
      <span className="flex items-center gap-2 max-sm:flex-1">
        <span className="type-label mr-auto sm:hidden">{t("maximum")}</span>
        <span className="w-full max-sm:w-14">
          <NumberInput
            label={t("of", { part: t("maximum"), subject: name })}
            locale={locale}
            value={criterion.maximum}
            min={LIMIT_LIMITS.min}
            max={LIMIT_LIMITS.max}
            isOptional
            placeholder="–"
            isChanged={before?.maximum !== criterion.maximum}
            description={before ? words.published(before.maximum, criterion.maximum) : undefined}
            onChange={(maximum) => set({ ...criterion, maximum }, "maximum")}
            onSettle={settle}
          />
        </span>
      </span>
    </div>
  );
}

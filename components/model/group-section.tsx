"use client";

import { memo } from "react";
import { NumberInput } from "#components/ui/number-input.tsx";
import type { PlacedCriterion, PlacedGroup } from "#lib/model/criteria.ts";
import type { Group } from "#lib/scoring/definition.ts";
import type { AxisName } from "#lib/scoring/facts.ts";
import type { Problem } from "#lib/scoring/problem.ts";
import { AddCriterion } from "./add-criterion.tsx";
import { CriterionRow } from "./criterion-row.tsx";
import { useEditor } from "./editor-context.tsx";
import { GroupInspector } from "./group-inspector.tsx";
import { criterionPlaceId, groupPlaceId } from "./place-id.ts";
import { NO_PROBLEMS } from "./problems.ts";
import { LIMIT_LIMITS, type Scale } from "./ruler-scales.ts";
import { type ModelWords, useModelWords } from "./words.ts";

type Props = {
  axis: AxisName;
  index: number;
  group: Group;
  /** The group as published; undefined when it is new. */
  published: Group | undefined;
  publishedCriteria: ReadonlyMap<string, PlacedCriterion>;
  pointScale: Scale;
  limitScale: Scale;
  openId: string | null;
  problems: ReadonlyMap<string, readonly Problem[]>;
  groups: readonly PlacedGroup[];
};

/** A group: its name and cap in a line, its criteria below. */
export const GroupSection = memo(function GroupSection({
  axis,
  index,
  group,
  published,
  openId,
  problems,
  groups,
  ...props
}: Props) {
  const { catalogue } = useEditor();
  const words = useModelWords(catalogue);
  const { t, label } = words;
  const place = { axis, group: index };
  const placed = { place, group };
  const id = groupPlaceId(place);
  const own = problems.get(id) ?? NO_PROBLEMS;
  const isOpen = openId === id;
  return (
    <section aria-label={label(group.label)} id={`place-${id}`}>
      <GroupLine placed={placed} published={published} isOpen={isOpen} problemCount={own.length} words={words} />
      {isOpen && (
        <GroupInspector
          placed={placed}
          published={published}
          limitScale={props.limitScale}
          problems={own}
          groupCount={groups.filter((each) => each.place.axis === axis).length}
          words={words}
        />
      )}
      <ol>
        {group.criteria.map((criterion, at) => {
          const criterionId = criterionPlaceId({ ...place, criterion: at });
          const isCriterionOpen = openId === criterionId;
          return (
            <CriterionRow
              key={criterion.key}
              criterion={criterion}
              axis={axis}
              group={index}
              index={at}
              published={props.publishedCriteria.get(criterion.key)}
              pointScale={props.pointScale}
              limitScale={props.limitScale}
              isOpen={isCriterionOpen}
              problems={problems.get(criterionId) ?? NO_PROBLEMS}
              groups={isCriterionOpen ? groups : NO_GROUPS}
            />
          );
        })}
      </ol>
      {group.criteria.length === 0 && (
        <p className="border-rule border-t py-1.5 text-ink-3 text-small">{t("emptyGroup")}</p>
      )}
    </section>
  );
});

type LineProps = {
  placed: PlacedGroup;
  published: Group | undefined;
  isOpen: boolean;
  problemCount: number;
  words: ModelWords;
};

/** Its name, which opens it, its cap and floor, and the way to another criterion. */
function GroupLine({ placed: { place, group }, published, isOpen, problemCount, words }: LineProps) {
  const { edit, settle, open } = useEditor();
  const { t, label, locale } = words;
  const id = groupPlaceId(place);
  return (
    <div className="flex items-baseline gap-3 pt-[7px] pb-[3px] text-small max-sm:min-h-11 max-sm:items-center">
      <button
        type="button"
        aria-expanded={isOpen}
        onClick={() => open(isOpen ? null : id)}
        className="min-w-0 truncate text-left font-semibold max-sm:min-h-11 max-sm:text-body"
      >
        {label(group.label)}
        {problemCount > 0 && (
          <span className="text-hot">
            {" "}
            !<span className="sr-only">{t("problemCount", { count: problemCount })}</span>
          </span>
        )}
      </button>
      <span className="flex flex-none items-baseline gap-1.5 text-ink-3">
        {t("cap")}
        <span className="w-8 text-ink">
          <NumberInput
            label={t("of", { part: t("cap"), subject: label(group.label) })}
            locale={locale}
            value={group.cap}
            min={LIMIT_LIMITS.min}
            max={LIMIT_LIMITS.max}
            isOptional
            placeholder="–"
            isChanged={published?.cap !== group.cap}
            description={published && words.published(published.cap, group.cap)}
            onChange={(cap) => edit({ type: "change_group", at: place, change: { cap } }, `${id}.cap`)}
            onSettle={settle}
          />
        </span>
      </span>
      {group.floor !== null && (
        <span className="flex-none text-ink-3">{t("floorIs", { points: words.number(group.floor) })}</span>
      )}
      <span className="ml-auto flex-none">
        <AddCriterion place={place} words={words} groupName={label(group.label)} nextIndex={group.criteria.length} />
      </span>
    </div>
  );
}

/** Closed rows do not need them, and so are not drawn anew when another row changes. */
const NO_GROUPS: readonly PlacedGroup[] = [];

"use client";

import { useTranslations } from "next-intl";
import { memo } from "react";
import { freeKey, groupId, type PlacedCriterion, type PlacedGroup } from "#lib/model/criteria.ts";
import type { AxisDefinition } from "#lib/scoring/definition.ts";
import type { AxisName } from "#lib/scoring/facts.ts";
import type { Problem } from "#lib/scoring/problem.ts";
import { useEditor } from "./editor-context.tsx";
import { GroupSection } from "./group-section.tsx";
import { QUIET_BUTTON } from "./inline-control.ts";
import { groupPlaceId } from "./place-id.ts";
import type { Scale } from "./ruler-scales.ts";
import { useModelWords } from "./words.ts";

type Props = {
  axis: AxisName;
  definition: AxisDefinition;
  publishedGroups: ReadonlyMap<string, PlacedGroup>;
  publishedCriteria: ReadonlyMap<string, PlacedCriterion>;
  pointScale: Scale;
  limitScale: Scale;
  openId: string | null;
  problems: ReadonlyMap<string, readonly Problem[]>;
  groups: readonly PlacedGroup[];
};

/** One axis as a sheet of rows under the heads of their columns. */
export const AxisSection = memo(function AxisSection({ axis, definition, publishedGroups, ...props }: Props) {
  const { edit, open, read, catalogue } = useEditor();
  const { t, number } = useModelWords(catalogue);
  const past = useTranslations("past");

  function addGroup() {
    const label = t("newGroup");
    const group = { key: freeKey(read(), label), label, cap: null, floor: null, criteria: [] };
    edit({ type: "add_group", axis, group });
    open(groupPlaceId({ axis, group: definition.groups.length }));
  }

  return (
    <section aria-labelledby={`axis-${axis}`}>
      <div className="grid h-[34px] grid-cols-[minmax(0,1fr)_92px_36px_62px_30px_36px_38px] items-end gap-x-2 border-rule-3 border-b pb-1 max-sm:grid-cols-[minmax(0,1fr)_72px]">
        <h2 id={`axis-${axis}`} className="type-title">
          {t(`axes.${axis}`)}
        </h2>
        <span aria-hidden="true" className="flex justify-between text-ink-3 text-micro max-sm:hidden">
          <span>{number(props.pointScale.min)}</span>
          <span>0</span>
          <span>{number(props.pointScale.max)}</span>
        </span>
        <span className="type-label text-right">{t("points")}</span>
        <span className="type-label text-right max-sm:hidden">{t("halfLife")}</span>
        <span className="type-label text-right max-sm:hidden">{t("max")}</span>
        <span className="type-label text-right max-sm:hidden">{past("liftLabel")}</span>
        <span className="type-label text-right max-sm:hidden">{past("leadsLabel")}</span>
      </div>
      {definition.groups.map((group, index) => {
        return (
          <GroupSection
            key={group.key}
            {...props}
            axis={axis}
            index={index}
            group={group}
            published={publishedGroups.get(groupId(axis, group.key))?.group}
          />
        );
      })}
      <button type="button" onClick={addGroup} className={`${QUIET_BUTTON} py-2`}>
        {t("addGroup")}
      </button>
    </section>
  );
});

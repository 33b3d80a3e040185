"use client";

import type { CriterionPlace, PlacedGroup } from "#lib/model/criteria.ts";
import type { Criterion } from "#lib/scoring/definition.ts";
import { useEditor } from "./editor-context.tsx";
import { InlineSelect } from "./inline-fields.tsx";
import { MoveButtons } from "./move-buttons.tsx";
import { criterionPlaceId, groupPlaceId } from "./place-id.ts";
import type { ModelWords } from "./words.ts";

type Props = {
  criterion: Criterion;
  place: CriterionPlace;
  groups: readonly PlacedGroup[];
  words: ModelWords;
};

/** Up, down, to another group, or away. What moved stays open. */
export function CriterionMoves({ criterion, place, groups, words }: Props) {
  const { edit, open } = useEditor();
  const { t, label } = words;
  const own = groups.find((each) => groupPlaceId(each.place) === groupPlaceId(place));
  const last = (own?.group.criteria.length ?? 1) - 1;

  function move(to: CriterionPlace) {
    edit({ type: "move_criterion", at: place, to });
    open(criterionPlaceId(to));
  }

  return (
    <div className="flex flex-wrap items-end gap-x-5 gap-y-1 border-rule border-t pt-2">
      <span className="w-44">
        <InlineSelect
          label={t("inGroup")}
          value={groupPlaceId(place)}
          choices={groups.map(({ place: at, group }) => ({
            value: groupPlaceId(at),
            label: `${t(`axes.${at.axis}`)}: ${label(group.label)}`,
          }))}
          onChange={(id) => {
            const target = groups.find((each) => groupPlaceId(each.place) === id);
            if (target) move({ ...target.place, criterion: target.group.criteria.length });
          }}
        />
      </span>
      <MoveButtons
        words={words}
        isFirst={place.criterion === 0}
        isLast={place.criterion >= last}
        onMove={(by) => move({ ...place, criterion: place.criterion + by })}
        removeLabel={t("removeCriterion")}
        name={label(criterion.label)}
        onRemove={() => {
          open(null);
          edit({ type: "remove_criterion", at: place });
        }}
      />
    </div>
  );
}

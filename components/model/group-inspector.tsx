"use client";

import { NumberInput } from "#components/ui/number-input.tsx";
import type { PlacedGroup } from "#lib/model/criteria.ts";
import type { Group } from "#lib/scoring/definition.ts";
import type { Problem } from "#lib/scoring/problem.ts";
import { useEditor } from "./editor-context.tsx";
import { LabelField } from "./label-field.tsx";
import { LimitField } from "./limit-field.tsx";
import { MoveButtons } from "./move-buttons.tsx";
import { groupPath, groupPlaceId } from "./place-id.ts";
import { ProblemSentences } from "./problem-sentences.tsx";
import { problemsAt } from "./problems.ts";
import { LIMIT_LIMITS, POINT_LIMITS, type Scale } from "./ruler-scales.ts";
import type { ModelWords } from "./words.ts";

type Props = {
  placed: PlacedGroup;
  published: Group | undefined;
  limitScale: Scale;
  problems: readonly Problem[];
  /** Groups of the same axis, this one included. */
  groupCount: number;
  words: ModelWords;
};

/** What a cap is when it is switched on: half of an axis. */
const USUAL_CAP = 50;

/** Everything of a group but its criteria. */
export function GroupInspector({ placed: { place, group }, published, problems, words, ...props }: Props) {
  const { edit, settle, open } = useEditor();
  const { t, label, locale } = words;
  const id = groupPlaceId(place);
  const name = label(group.label);
  const at = (...part: string[]) => problemsAt(problems, groupPath(place, ...part));

  function change(changed: Partial<Pick<Group, "label" | "cap" | "floor">>) {
    edit({ type: "change_group", at: place, change: changed }, `${id}.${Object.keys(changed).join()}`);
  }
  function move(by: 1 | -1) {
    edit({ type: "move_group", at: place, by });
    open(groupPlaceId({ ...place, group: place.group + by }));
  }

  return (
    <div className="-mx-3 mb-1 flex flex-col gap-3 border-l-[3px] border-l-accent bg-paper-2 pt-1 pr-3 pb-3 pl-[9px]">
      <LabelField
        words={words}
        label={t("groupName")}
        value={group.label}
        problems={at("label")}
        autoFocus={!published}
        onChange={(changed) => change({ label: changed })}
        onSettle={settle}
      />
      <ProblemSentences problems={at("key")} words={words} />
      <LimitField
        words={words}
        subject={name}
        label={t("cap")}
        noneLabel={t("noCap")}
        value={group.cap}
        published={published?.cap}
        initial={USUAL_CAP}
        scale={props.limitScale}
        limits={LIMIT_LIMITS}
        unit="points"
        problems={at("cap")}
        onChange={(cap) => change({ cap })}
        onSettle={settle}
      />
      <div className="flex items-baseline gap-3">
        <span className="type-label">{t("floor")}</span>
        <span className="w-12">
          <NumberInput
            label={t("of", { part: t("floor"), subject: name })}
            locale={locale}
            value={group.floor}
            min={POINT_LIMITS.min}
            max={POINT_LIMITS.max}
            isOptional
            placeholder="–"
            isWrong={at("floor").length > 0}
            isChanged={published?.floor !== group.floor}
            onChange={(floor) => change({ floor })}
            onSettle={settle}
          />
        </span>
        <span className="text-ink-3 text-small">{t("floorHint")}</span>
      </div>
      <ProblemSentences problems={at("floor")} words={words} />
      <div className="flex flex-wrap gap-x-5 border-rule border-t pt-2">
        <MoveButtons
          words={words}
          isFirst={place.group === 0}
          isLast={place.group >= props.groupCount - 1}
          onMove={move}
          removeLabel={t("removeGroup", { count: group.criteria.length })}
          name={name}
          onRemove={() => {
            open(null);
            edit({ type: "remove_group", at: place });
          }}
        />
      </div>
    </div>
  );
}

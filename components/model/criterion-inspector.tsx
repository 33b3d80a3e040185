"use client";

import { criterionTopic } from "#lib/model/comment-topic.ts";
import type { CriterionPlace, PlacedGroup } from "#lib/model/criteria.ts";
import type { Criterion } from "#lib/scoring/definition.ts";
import type { Problem } from "#lib/scoring/problem.ts";
import { CriterionMoves } from "./criterion-moves.tsx";
import { CriterionSubject } from "./criterion-subject.tsx";
import { DecayFields } from "./decay-fields.tsx";
import { useEditor } from "./editor-context.tsx";
import { LabelField } from "./label-field.tsx";
import { CriterionEvidence } from "./past/criterion-evidence.tsx";
import { criterionPath } from "./place-id.ts";
import { ProblemSentences } from "./problem-sentences.tsx";
import { problemsAt } from "./problems.ts";
import { CommentThread } from "./review/comment-thread.tsx";
import type { Scale } from "./ruler-scales.ts";
import { SeasonField } from "./season-field.tsx";
import type { ModelWords } from "./words.ts";

type Props = {
  criterion: Criterion;
  place: CriterionPlace;
  was: Criterion | undefined;
  limitScale: Scale;
  problems: readonly Problem[];
  groups: readonly PlacedGroup[];
  words: ModelWords;
  set: (criterion: Criterion, part: string) => void;
};

/** Everything of a criterion but its points. */
export function CriterionInspector({ criterion, place, was, problems, words, set, ...props }: Props) {
  const { settle } = useEditor();
  const { t, label } = words;
  const isNew = was === undefined;
  const at = (...part: (string | number)[]) => problemsAt(problems, criterionPath(place, ...part));
  return (
    <div className="flex flex-col gap-3 pt-1 pb-4">
      <LabelField
        words={words}
        label={t("criterionName")}
        value={criterion.label}
        problems={at("label")}
        autoFocus={isNew}
        onChange={(changed) => set({ ...criterion, label: changed }, "label")}
        onSettle={settle}
      />
      <ProblemSentences problems={[...at("key"), ...at("points"), ...at("type")]} words={words} />
      <CriterionSubject
        criterion={criterion}
        path={criterionPath(place)}
        problems={problems}
        words={words}
        set={set}
        settle={settle}
      />
      {(criterion.type === "event" || criterion.type === "burst") && (
        <DecayFields
          criterion={criterion}
          was={was && "halfLifeDays" in was ? was : undefined}
          limitScale={props.limitScale}
          at={at}
          words={words}
          set={set}
          settle={settle}
        />
      )}
      <SeasonField
        words={words}
        subject={label(criterion.label)}
        value={criterion.active}
        problems={at("active")}
        onChange={(active) => set({ ...criterion, active }, "active")}
        onSettle={settle}
      />
      <CriterionEvidence criterion={criterion} words={words} />
      <CriterionMoves criterion={criterion} place={place} groups={props.groups} words={words} />
      <CommentThread topic={criterionTopic(criterion.key)} topicName={label(criterion.label)} />
    </div>
  );
}

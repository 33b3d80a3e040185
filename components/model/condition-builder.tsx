"use client";

import { useState } from "react";
import {
  asOneQuestion,
  joined,
  negated,
  partsOf,
  type SameQuestion,
  withoutPart,
  withParts,
} from "#lib/model/condition-edit.ts";
import type { Condition } from "#lib/scoring/condition.ts";
import type { Path, Problem } from "#lib/scoring/problem.ts";
import { ConditionActions, type Join } from "./condition-actions.tsx";
import { ConditionTest } from "./condition-test.tsx";
import { type Asked, firstAsked } from "./condition-values.ts";
import { ConditionValuesList } from "./condition-values-list.tsx";
import { QUIET_BUTTON } from "./inline-control.ts";
import { InlineSelect } from "./inline-fields.tsx";
import { ProblemSentences } from "./problem-sentences.tsx";
import { problemsAt } from "./problems.ts";
import type { ModelWords } from "./words.ts";

type Props = {
  words: ModelWords;
  /** What the condition asks about. */
  about: Asked;
  condition: Condition;
  path: Path;
  problems: readonly Problem[];
  onChange: (condition: Condition) => void;
  /** Takes the condition away, where there may be none. */
  onRemove?: () => void;
  onSettle: () => void;
  /** The words by which it may be joined with another: a list offers its own word at its end. */
  joins?: readonly Join[];
};

const BOTH: readonly Join[] = ["all", "any"];

/** A condition as lines and lists of lines; each may be turned around, joined with another, or taken away. */
export function ConditionBuilder({ condition, onChange, joins = BOTH, ...props }: Props) {
  const isNegated = "not" in condition;
  const inner = isNegated ? condition.not : condition;
  const path = isNegated ? [...props.path, "not"] : props.path;
  const parts = partsOf(inner);
  const { words, about, problems, onRemove, onSettle } = props;
  const { t } = words;
  const own: Join | null = parts ? ("all" in inner ? "all" : "any") : null;
  const same = useSameQuestion(inner);

  function setInner(changed: Condition) {
    onChange(isNegated ? { not: changed } : changed);
  }

  const actions = (
    <ConditionActions
      words={words}
      isNegated={isNegated}
      joins={joins.filter((join) => join !== own)}
      onNegate={() => onChange(negated(condition))}
      onJoin={(join) => onChange(joined(condition, firstAsked(about), join))}
      onRemove={onRemove}
    />
  );

  if (!parts || !own) {
    return (
      <div className="flex flex-col">
        {"op" in inner ? (
          <ConditionTest
            words={words}
            about={about}
            test={inner}
            path={path}
            problems={problems}
            onChange={setInner}
            onSettle={onSettle}
          />
        ) : (
          <ConditionBuilder {...props} condition={inner} path={path} onChange={setInner} onRemove={undefined} />
        )}
        {actions}
      </div>
    );
  }

  if (same) {
    return (
      <div className="flex flex-col">
        <ConditionValuesList
          words={words}
          about={about}
          same={same}
          path={path}
          problems={problems}
          onChange={setInner}
          onSettle={onSettle}
        />
        {actions}
      </div>
    );
  }

  const other: Join = own === "all" ? "any" : "all";
  return (
    <fieldset className="flex flex-col gap-1.5">
      <legend className="sr-only">{t("condition.list")}</legend>
      <span className="w-56 max-sm:w-full">
        <InlineSelect
          label={t("condition.list")}
          isLabelHidden
          value={own}
          choices={BOTH.map((value) => ({ value, label: t(`condition.listOf.${value}`) }))}
          onChange={(join) => setInner(join === "all" ? { all: [...parts] } : { any: [...parts] })}
        />
      </span>
      <ProblemSentences
        problems={problemsAt(problems, path).filter((each) => each.path.length === path.length + 1)}
        words={words}
      />
      <ol className="flex flex-col gap-1.5 border-rule-2 border-l pl-3">
        {parts.map((part, index) => (
          <li key={`${path.join(".")}.${index.toString()}`}>
            <ConditionBuilder
              words={words}
              about={about}
              condition={part}
              path={[...path, own, index]}
              problems={problems}
              joins={[other]}
              onChange={(changed) => setInner(withParts(inner, parts.with(index, changed)))}
              onRemove={() => {
                const left = withoutPart(inner, index);
                if (left) setInner(left);
                else onRemove?.();
              }}
              onSettle={onSettle}
            />
          </li>
        ))}
        <li>
          <button
            type="button"
            onClick={() => setInner(withParts(inner, [...parts, firstAsked(about)]))}
            className={QUIET_BUTTON}
          >
            {t(`condition.add.${own}`)}
          </button>
        </li>
      </ol>
      {actions}
    </fieldset>
  );
}

/** From so many answers on, one question reads better with a list of them. */
const LISTED_FROM = 3;

/** The one question of a list that began as a list of values: it stays one while values come and go. */
function useSameQuestion(condition: Condition): SameQuestion | null {
  const now = asOneQuestion(condition);
  const [first] = useState(now && now.values.length >= LISTED_FROM ? now : null);
  if (!first) return null;
  return "any" in condition && condition.any.length === 0 ? { test: first.test, values: [] } : now;
}

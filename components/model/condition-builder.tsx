"use client";

import { type ReactNode, useState } from "react";
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

/** What every part of a condition is given. */
type PartProps = {
  words: ModelWords;
  /** What the condition asks about. */
  about: Asked;
  path: Path;
  problems: readonly Problem[];
  onChange: (condition: Condition) => void;
  onSettle: () => void;
};
type Props = PartProps & {
  condition: Condition;
  /** Takes the condition away, where there may be none. */
  onRemove?: () => void;
  /** The words by which it may be joined with another: a list offers its own word at its end. */
  joins?: readonly Join[];
};

const BOTH: readonly Join[] = ["all", "any"];

/** A condition as lines and lists of lines; each may be turned around, joined with another, or taken away. */
export function ConditionBuilder({ condition, path, onChange, onRemove, joins = BOTH, ...shared }: Props) {
  const isNegated = "not" in condition;
  const inner = isNegated ? condition.not : condition;
  const same = useSameQuestion(inner);
  const own = joinOf(inner);
  const part: PartProps = {
    ...shared,
    path: isNegated ? [...path, "not"] : path,
    onChange: (changed) => onChange(isNegated ? { not: changed } : changed),
  };

  const actions = (
    <ConditionActions
      words={shared.words}
      isNegated={isNegated}
      joins={joins.filter((join) => join !== own)}
      onNegate={() => onChange(negated(condition))}
      onJoin={(join) => onChange(joined(condition, firstAsked(shared.about), join))}
      onRemove={onRemove}
    />
  );

  if (own && !same) {
    return (
      <ConditionList {...part} list={inner} join={own} onEmpty={onRemove}>
        {actions}
      </ConditionList>
    );
  }
  return (
    <div className="flex flex-col">
      {same ? (
        <ConditionValuesList {...part} same={same} />
      ) : "op" in inner ? (
        <ConditionTest {...part} test={inner} />
      ) : (
        <ConditionBuilder {...part} condition={inner} />
      )}
      {actions}
    </div>
  );
}

type ListProps = PartProps & {
  list: Condition;
  join: Join;
  /** The last part was taken away; undefined where one must stay. */
  onEmpty: (() => void) | undefined;
  children: ReactNode;
};

/** Conditions that go together, and the word by which they do. */
function ConditionList({ list, join: own, path, onChange, onEmpty, children, ...shared }: ListProps) {
  const { words, about, problems } = shared;
  const { t } = words;
  const parts = partsOf(list) ?? [];
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
          onChange={(join) => onChange(join === "all" ? { all: [...parts] } : { any: [...parts] })}
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
              {...shared}
              condition={part}
              path={[...path, own, index]}
              joins={[other]}
              onChange={(changed) => onChange(withParts(list, parts.with(index, changed)))}
              onRemove={() => {
                const left = withoutPart(list, index);
                if (left) onChange(left);
                else onEmpty?.();
              }}
            />
          </li>
        ))}
        <li>
          <button
            type="button"
            onClick={() => onChange(withParts(list, [...parts, firstAsked(about)]))}
            className={QUIET_BUTTON}
          >
            {t(`condition.add.${own}`)}
          </button>
        </li>
      </ol>
      {children}
    </fieldset>
  );
}

function joinOf(condition: Condition): Join | null {
  if ("all" in condition) return "all";
  return "any" in condition ? "any" : null;
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

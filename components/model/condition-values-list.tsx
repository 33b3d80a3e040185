"use client";

import { asManyQuestions, type SameQuestion, type TestedType, type TestOp, withOp } from "#lib/model/condition-edit.ts";
import type { Condition, FieldTest } from "#lib/scoring/condition.ts";
import type { Path, Problem } from "#lib/scoring/problem.ts";
import { FieldPicker } from "./condition-test.tsx";
import { type Asked, typeAsked } from "./condition-values.ts";
import { InlineSelect } from "./inline-fields.tsx";
import { ListValue } from "./list-value.tsx";
import { ProblemSentences } from "./problem-sentences.tsx";
import { problemsAt } from "./problems.ts";
import type { ModelWords } from "./words.ts";

type Props = {
  words: ModelWords;
  about: Asked;
  same: SameQuestion;
  path: Path;
  problems: readonly Problem[];
  onChange: (condition: Condition) => void;
  onSettle: () => void;
};

const TEXT_OPS: readonly TestOp[] = ["contains_word", "starts_with", "ends_with"];

/** Many answers to one question about one field: the question once, the answers one a line. */
export function ConditionValuesList({ words, about, same, path, problems, onChange, onSettle }: Props) {
  const { t } = words;
  const { test, values } = same;
  const type = typeOf(test);
  const ops = TEXT_OPS.includes(test.op) ? TEXT_OPS : [test.op];
  const wrong = problemsAt(problems, path);

  function typeOf({ field }: FieldTest): TestedType {
    return typeAsked(about, field) ?? "property";
  }

  return (
    <div>
      <div className="grid grid-cols-[minmax(0,10rem)_minmax(0,9rem)_minmax(0,1fr)] items-start gap-x-3 max-sm:grid-cols-1 max-sm:gap-y-1">
        <FieldPicker
          words={words}
          about={about}
          test={test}
          isWrong={false}
          onChange={(changed) => onChange(asManyQuestions({ test: changed, values }, typeOf(changed)))}
          onSettle={onSettle}
        />
        <InlineSelect
          label={t("condition.how")}
          isLabelHidden
          value={test.op}
          choices={ops.map((op) => ({ value: op, label: t(`opsOfMany.${op}`) }))}
          onChange={(op) => onChange(asManyQuestions({ test: withOp(test, op, type), values }, type))}
        />
        <ListValue
          words={words}
          values={values}
          type={type}
          isWrong={wrong.length > 0}
          onChange={(next) => onChange(asManyQuestions({ test, values: next }, type))}
          onSettle={onSettle}
        />
      </div>
      <ProblemSentences problems={wrong} words={words} />
    </div>
  );
}

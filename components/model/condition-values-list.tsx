"use client";

import { asManyQuestions, type SameQuestion, type TestedType, type TestOp, withOp } from "#lib/model/condition-edit.ts";
import type { Condition, FieldTest } from "#lib/scoring/condition.ts";
import type { Path, Problem } from "#lib/scoring/problem.ts";
import { type Asked, typeAsked } from "./condition-values.ts";
import { ListValue } from "./list-value.tsx";
import { problemsAt } from "./problems.ts";
import { QuestionLine } from "./question-line.tsx";
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
  const { test, values } = same;
  const type = typeOf(test);
  const ops = TEXT_OPS.includes(test.op) ? TEXT_OPS : [test.op];
  const wrong = problemsAt(problems, path);

  function typeOf({ field }: FieldTest): TestedType {
    return typeAsked(about, field) ?? "property";
  }

  return (
    <QuestionLine
      words={words}
      about={about}
      test={test}
      ops={ops.map((op) => ({ value: op, label: words.t(`opsOfMany.${op}`) }))}
      problems={wrong}
      onField={(changed) => onChange(asManyQuestions({ test: changed, values }, typeOf(changed)))}
      onOp={(op) => onChange(asManyQuestions({ test: withOp(test, op, type), values }, type))}
      onSettle={onSettle}
    >
      <ListValue
        words={words}
        values={values}
        type={type}
        isWrong={wrong.length > 0}
        onChange={(next) => onChange(asManyQuestions({ test, values: next }, type))}
        onSettle={onSettle}
      />
    </QuestionLine>
  );
}

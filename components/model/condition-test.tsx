"use client";

import { OPS, withOp } from "#lib/model/condition-edit.ts";
import type { FieldTest } from "#lib/scoring/condition.ts";
import type { Path, Problem } from "#lib/scoring/problem.ts";
import { type Asked, typeAsked } from "./condition-values.ts";
import { problemsAt } from "./problems.ts";
import { QuestionLine } from "./question-line.tsx";
import { TestValue } from "./test-value.tsx";
import type { ModelWords } from "./words.ts";

type Props = {
  words: ModelWords;
  about: Asked;
  test: FieldTest;
  path: Path;
  problems: readonly Problem[];
  onChange: (test: FieldTest) => void;
  onSettle: () => void;
};

/** One question with its one answer. */
export function ConditionTest({ words, about, test, path, problems, onChange, onSettle }: Props) {
  const known = typeAsked(about, test.field);
  const type = known ?? "property";
  const ops = known === null ? [test.op] : OPS[known];
  const wrong = problemsAt(problems, path);
  const isWrong = (part: string) => wrong.some((problem) => problem.path[path.length] === part);
  return (
    <QuestionLine
      words={words}
      about={about}
      test={test}
      ops={ops.map((op) => ({ value: op, label: words.t(`ops.${op}`) }))}
      problems={wrong}
      isFieldWrong={isWrong("field")}
      isOpWrong={isWrong("op")}
      onField={onChange}
      onOp={(op) => onChange(withOp(test, op, type))}
      onSettle={onSettle}
    >
      <TestValue
        words={words}
        test={test}
        type={type}
        isWrong={wrong.length > 0 && !isWrong("field") && !isWrong("op")}
        onChange={onChange}
        onSettle={onSettle}
      />
    </QuestionLine>
  );
}

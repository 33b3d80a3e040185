"use client";

import { OPS, withField, withOp } from "#lib/model/condition-edit.ts";
import type { FieldTest } from "#lib/scoring/condition.ts";
import type { Path, Problem } from "#lib/scoring/problem.ts";
import { type Asked, typeAsked } from "./condition-values.ts";
import { INLINE_CONTROL } from "./inline-control.ts";
import { InlineSelect } from "./inline-fields.tsx";
import { ProblemSentences } from "./problem-sentences.tsx";
import { problemsAt } from "./problems.ts";
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

/** One question: field, how it is asked, and with what. */
export function ConditionTest({ words, about, test, path, problems, onChange, onSettle }: Props) {
  const { t } = words;
  const type = typeAsked(about, test.field);
  const wrong = problemsAt(problems, path);
  const ops = type === null ? [test.op] : OPS[type];
  return (
    <div>
      <div className="grid grid-cols-[minmax(0,10rem)_minmax(0,9rem)_minmax(0,1fr)] items-start gap-x-3 max-sm:grid-cols-1 max-sm:gap-y-1">
        <FieldPicker
          words={words}
          about={about}
          test={test}
          isWrong={isAt(wrong, "field")}
          {...{ onChange, onSettle }}
        />
        <InlineSelect
          label={t("condition.how")}
          isLabelHidden
          value={test.op}
          choices={ops.map((op) => ({ value: op, label: t(`ops.${op}`) }))}
          isWrong={isAt(wrong, "op")}
          onChange={(op) => onChange(withOp(test, op, type ?? "property"))}
        />
        <TestValue
          words={words}
          test={test}
          type={type ?? "property"}
          isWrong={wrong.length > 0 && !isAt(wrong, "field") && !isAt(wrong, "op")}
          onChange={onChange}
          onSettle={onSettle}
        />
      </div>
      <ProblemSentences problems={wrong} words={words} />
    </div>
  );

  function isAt(all: readonly Problem[], part: string): boolean {
    return all.some((problem) => problem.path[path.length] === part);
  }
}

type PickerProps = Pick<Props, "words" | "about" | "test" | "onChange" | "onSettle"> & { isWrong: boolean };

/** A field of the catalogue, or the name of a property, typed. */
export function FieldPicker({ words, about, test, isWrong, onChange, onSettle }: PickerProps) {
  const { t, field } = words;
  if (about.kind === "properties") {
    return (
      <input
        aria-label={t("condition.property")}
        value={test.field}
        aria-invalid={isWrong || undefined}
        onChange={(event) => onChange({ ...test, field: event.target.value })}
        onBlur={onSettle}
        className={INLINE_CONTROL}
      />
    );
  }
  const choices = about.fields.map(({ key }) => ({ value: key, label: field(key) }));
  return (
    <InlineSelect
      label={t("condition.field")}
      isLabelHidden
      value={test.field}
      choices={choices}
      isWrong={isWrong}
      onChange={(key) => onChange(withField(test, key, typeAsked(about, key) ?? "property"))}
    />
  );
}

"use client";

import type { ReactNode } from "react";
import { type TestOp, withField } from "#lib/model/condition-edit.ts";
import type { FieldTest } from "#lib/scoring/condition.ts";
import type { Problem } from "#lib/scoring/problem.ts";
import { type Asked, typeAsked } from "./condition-values.ts";
import { INLINE_CONTROL } from "./inline-control.ts";
import { InlineSelect } from "./inline-fields.tsx";
import { ProblemSentences } from "./problem-sentences.tsx";
import type { ModelWords } from "./words.ts";

type Props = {
  words: ModelWords;
  about: Asked;
  test: FieldTest;
  ops: readonly { readonly value: TestOp; readonly label: string }[];
  problems: readonly Problem[];
  isFieldWrong?: boolean;
  isOpWrong?: boolean;
  onField: (test: FieldTest) => void;
  onOp: (op: TestOp) => void;
  onSettle: () => void;
  /** What is asked for: a value, or several. */
  children: ReactNode;
};

/** One question: field, how it is asked, and with what; below it what is wrong. */
export function QuestionLine({ words, test, ops, problems, isOpWrong, onOp, children, ...field }: Props) {
  return (
    // By the room it has, not by the window: it also stands in a narrow column.
    <div className="@container">
      <div className="grid grid-cols-1 items-start gap-x-3 gap-y-1 @sm:grid-cols-[minmax(0,10rem)_minmax(0,9rem)_minmax(0,1fr)]">
        <FieldPicker {...field} words={words} test={test} />
        <InlineSelect
          label={words.t("condition.how")}
          isLabelHidden
          value={test.op}
          choices={ops}
          isWrong={isOpWrong}
          onChange={onOp}
        />
        {children}
      </div>
      <ProblemSentences problems={problems} words={words} />
    </div>
  );
}

type PickerProps = Pick<Props, "words" | "about" | "test" | "isFieldWrong" | "onField" | "onSettle">;

/** A field of the catalogue, or the name of a property, typed. */
function FieldPicker({ words, about, test, isFieldWrong, onField, onSettle }: PickerProps) {
  const { t, field } = words;
  if (about.kind === "properties") {
    return (
      <input
        aria-label={t("condition.property")}
        value={test.field}
        aria-invalid={isFieldWrong || undefined}
        onChange={(event) => onField({ ...test, field: event.target.value })}
        onBlur={onSettle}
        className={INLINE_CONTROL}
      />
    );
  }
  return (
    <InlineSelect
      label={t("condition.field")}
      isLabelHidden
      value={test.field}
      choices={about.fields.map(({ key }) => ({ value: key, label: field(key) }))}
      isWrong={isFieldWrong}
      onChange={(key) => onField(withField(test, key, typeAsked(about, key) ?? "property"))}
    />
  );
}

"use client";

import { useId } from "react";
import { NumberInput } from "#components/ui/number-input.tsx";
import type { Scalar, TestedType } from "#lib/model/condition-edit.ts";
import type { FieldTest } from "#lib/scoring/condition.ts";
import { INLINE_CONTROL } from "./inline-control.ts";
import { InlineSelect } from "./inline-fields.tsx";
import { ListValue } from "./list-value.tsx";
import type { ModelWords } from "./words.ts";

type Props = {
  words: ModelWords;
  test: FieldTest;
  type: TestedType;
  isWrong: boolean;
  onChange: (test: FieldTest) => void;
  onSettle: () => void;
};

const LARGEST = 1_000_000_000;
const LONGEST_DAYS = 36_500;

/** What a question is asked with: nothing, a text, a number, two, days, or a list. */
export function TestValue({ words, test, type, isWrong, onChange, onSettle }: Props) {
  const { t } = words;
  const shared = { words, isWrong, onSettle };
  switch (test.op) {
    case "is_set":
      return null;
    case "equals":
      return (
        <ScalarValue {...shared} type={type} value={test.value} onChange={(value) => onChange({ ...test, value })} />
      );
    case "in":
      return (
        <ListValue {...shared} values={test.values} type={type} onChange={(values) => onChange({ ...test, values })} />
      );
    case "between":
      return (
        <span className="flex items-baseline gap-2 pt-1">
          <NumberValue
            {...shared}
            label={t("condition.from")}
            value={test.from}
            onChange={(from) => onChange({ ...test, from })}
          />
          {t("condition.upTo")}
          <NumberValue
            {...shared}
            label={t("condition.to")}
            value={test.to}
            onChange={(to) => onChange({ ...test, to })}
          />
        </span>
      );
    case "at_least":
    case "at_most":
      return (
        <span className="flex pt-1">
          <NumberValue
            {...shared}
            label={t("condition.value")}
            value={test.value}
            onChange={(value) => onChange({ ...test, value })}
          />
        </span>
      );
    case "older_than":
    case "newer_than":
    case "due_within":
      return (
        <span className="flex items-baseline gap-2 pt-1">
          <NumberValue
            {...shared}
            label={t("condition.days")}
            value={test.days}
            max={LONGEST_DAYS}
            onChange={(days) => onChange({ ...test, days })}
          />
          {t("days", { count: test.days })}
        </span>
      );
    case "list_includes":
      return (
        <TextValue
          {...shared}
          value={test.value}
          known={words.knownValues(test.field)}
          onChange={(value) => onChange({ ...test, value })}
        />
      );
    default:
      return <TextValue {...shared} value={test.value} onChange={(value) => onChange({ ...test, value })} />;
  }
}

type ValueProps<Value> = {
  words: ModelWords;
  isWrong: boolean;
  onSettle: () => void;
  onChange: (value: Value) => void;
};

function TextValue({
  words,
  isWrong,
  value,
  onChange,
  onSettle,
  type = "text",
  known = [],
}: ValueProps<string> & { value: string; type?: "text" | "date"; known?: readonly string[] }) {
  const knownId = useId();
  return (
    <>
      <input
        type={type}
        aria-label={words.t("condition.value")}
        aria-invalid={isWrong || undefined}
        value={value}
        onChange={(event) => onChange(event.target.value)}
        onBlur={onSettle}
        className={INLINE_CONTROL}
        list={known.length > 0 ? knownId : undefined}
      />
      {known.length > 0 && (
        <datalist id={knownId}>
          {known.map((name) => (
            <option key={name} value={name} />
          ))}
        </datalist>
      )}
    </>
  );
}

/** `max` is given for days, which are whole and not negative. */
function NumberValue({
  words,
  label,
  max,
  value,
  onChange,
  ...props
}: ValueProps<number> & { label: string; value: number; max?: number }) {
  return (
    <span className="w-20">
      <NumberInput
        {...props}
        label={label}
        locale={words.locale}
        value={value}
        min={max === undefined ? -LARGEST : 0}
        max={max ?? LARGEST}
        isWhole={max !== undefined}
        onChange={(next) => next !== null && onChange(next)}
      />
    </span>
  );
}

const KINDS = ["string", "number", "boolean"] as const;

/** Of a field its type says what is asked for; of a property the asker says so. */
function ScalarValue({ type, value, onChange, ...shared }: ValueProps<Scalar> & { type: TestedType; value: Scalar }) {
  const { t } = shared.words;
  const kind = type === "property" ? typeof value : type;
  const control =
    kind === "number" ? (
      <NumberValue {...shared} label={t("condition.value")} value={Number(value) || 0} onChange={onChange} />
    ) : kind === "boolean" ? (
      <InlineSelect
        label={t("condition.value")}
        isLabelHidden
        value={value === false ? "no" : "yes"}
        choices={[
          { value: "yes", label: t("yes") },
          { value: "no", label: t("no") },
        ]}
        onChange={(answer) => onChange(answer === "yes")}
      />
    ) : (
      <TextValue {...shared} type={kind === "date" ? "date" : "text"} value={String(value)} onChange={onChange} />
    );
  if (type !== "property") return control;
  return (
    <span className="flex items-start gap-2">
      <span className="w-24 flex-none">
        <InlineSelect
          label={t("condition.kind")}
          isLabelHidden
          value={KINDS.find((each) => each === kind) ?? "string"}
          choices={KINDS.map((each) => ({ value: each, label: t(`condition.kinds.${each}`) }))}
          onChange={(next) => onChange(next === "number" ? 0 : next === "boolean" ? true : "")}
        />
      </span>
      {control}
    </span>
  );
}

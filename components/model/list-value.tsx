"use client";

import { useState } from "react";
import type { Scalar, TestedType } from "#lib/model/condition-edit.ts";
import { readLines } from "./condition-values.ts";
import { INLINE_CONTROL } from "./inline-control.ts";
import type { ModelWords } from "./words.ts";

type Props = {
  words: ModelWords;
  values: readonly Scalar[];
  type: TestedType;
  isWrong: boolean;
  onChange: (values: Scalar[]) => void;
  onSettle: () => void;
};

/** Values one a line, so that a list can be pasted from a sheet. */
export function ListValue({ words, isWrong, values, type, onChange, onSettle }: Props) {
  const [typed, setTyped] = useState<string | null>(null);
  const text = typed ?? values.join("\n");
  const isNumeric = type === "number" || (type === "property" && values.some((value) => typeof value === "number"));
  return (
    <textarea
      aria-label={words.t("condition.values")}
      aria-invalid={isWrong || undefined}
      rows={Math.min(6, Math.max(2, text.split("\n").length))}
      value={text}
      onChange={(event) => {
        setTyped(event.target.value);
        onChange(readLines(event.target.value, isNumeric));
      }}
      onBlur={() => {
        setTyped(null);
        onSettle();
      }}
      className={`${INLINE_CONTROL} h-auto max-sm:h-auto`}
    />
  );
}

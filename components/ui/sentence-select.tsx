"use client";

import { Select as Base } from "@base-ui/react/select";
import type { ReactNode } from "react";
import { Chevron } from "./chevron.tsx";
import { ChoiceList, type ListedChoice } from "./choice-list.tsx";

/** `short` is how the sentence says it, when the list says more. */
export type SentenceChoice<Value> = ListedChoice<Value> & { readonly short?: string };

type Props<Value> = {
  /** What is chosen, for who does not see the sentence. */
  label: string;
  choices: readonly SentenceChoice<Value>[];
  value: Value;
  onChange: (value: Value) => void;
  /** The punctuation behind it, which stays on its line. */
  mark?: ReactNode;
};

/** A word of a sentence that opens its alternatives. */
export function SentenceSelect<Value extends string | number>({ label, choices, value, onChange, mark }: Props<Value>) {
  const chosen = choices.find((choice) => choice.value === value);
  const word = chosen?.short ?? chosen?.label ?? String(value);
  const trigger = (
    <Base.Trigger
      aria-label={`${label}: ${word}`}
      className={`inline-flex items-baseline gap-1 whitespace-nowrap border-ink-3 border-b font-semibold print:border-0 hover:border-ink data-popup-open:border-accent ${mark ? "max-w-[calc(100%-1ch)]" : "max-w-full"}`}
    >
      <span className="truncate">{word}</span>
      <Chevron className="flex-none print:hidden" />
    </Base.Trigger>
  );
  return (
    <Base.Root value={value} onValueChange={(next) => next !== null && onChange(next)}>
      {mark ? (
        <span className="whitespace-nowrap">
          {trigger}
          {mark}
        </span>
      ) : (
        trigger
      )}
      <ChoiceList choices={choices} from="word" />
    </Base.Root>
  );
}

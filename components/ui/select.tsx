"use client";

import { Select as Base } from "@base-ui/react/select";
import { useId } from "react";
import { Chevron } from "./chevron.tsx";
import { ChoiceList } from "./choice-list.tsx";

type Choice<Value extends string> = { readonly value: Value; readonly label: string };

type Props<Value extends string> = {
  label: string;
  /** In a row that names it already: small, and with a label for those who listen only. */
  isLabelHidden?: boolean;
  name?: string;
  choices: readonly Choice<Value>[];
  /** null: nothing is chosen yet. */
  value?: Value | null;
  placeholder?: string;
  defaultValue?: Value;
  onChange?: (value: Value) => void;
  disabled?: boolean;
};

/** One of a few choices. */
export function Select<Value extends string>({
  label,
  isLabelHidden,
  placeholder,
  choices,
  onChange,
  ...root
}: Props<Value>) {
  const labelId = useId();
  return (
    <Base.Root {...root} items={choices} onValueChange={(value) => value !== null && onChange?.(value)}>
      <div className="flex flex-col">
        <span id={labelId} className={isLabelHidden ? "sr-only" : "type-label"}>
          {label}
        </span>
        <Base.Trigger
          aria-labelledby={labelId}
          className={`flex items-center justify-between gap-3 border-b text-left text-ink outline-none focus-visible:border-accent focus-visible:shadow-[0_2px_0_0_var(--accent)] data-disabled:border-rule-2 data-disabled:text-ink-3 data-popup-open:border-accent ${isLabelHidden ? "h-9 border-ink-3 text-body md:h-8" : "h-9 border-ink text-prose"}`}
        >
          <Base.Value placeholder={placeholder} className="truncate data-placeholder:text-ink-3" />
          <Base.Icon>
            <Chevron />
          </Base.Icon>
        </Base.Trigger>
      </div>
      <ChoiceList choices={choices} from="field" />
    </Base.Root>
  );
}

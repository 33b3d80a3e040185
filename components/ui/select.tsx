"use client";

import { Select as Base } from "@base-ui/react/select";
import { useId } from "react";
import { Chevron } from "./chevron.tsx";

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
      <Base.Portal>
        <Base.Positioner sideOffset={2} alignItemWithTrigger={false} className="z-50 outline-none">
          <Base.Popup className="max-h-(--available-height) min-w-(--anchor-width) overflow-y-auto border border-rule-3 bg-sheet py-1 outline-none">
            <Base.List>
              {choices.map((choice) => (
                <Base.Item
                  key={choice.value}
                  value={choice.value}
                  className="grid min-h-9 cursor-pointer grid-cols-[12px_1fr] items-center gap-2 px-3 text-body outline-none data-highlighted:bg-paper-3 max-sm:min-h-11"
                >
                  <Base.ItemIndicator className="col-start-1">
                    <svg viewBox="0 0 10 10" aria-hidden="true" className="size-2.5 fill-none stroke-accent stroke-2">
                      <path d="m1 5 3 3 5-6" />
                    </svg>
                  </Base.ItemIndicator>
                  <Base.ItemText className="col-start-2">{choice.label}</Base.ItemText>
                </Base.Item>
              ))}
            </Base.List>
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}

"use client";

import { Select as Base } from "@base-ui/react/select";

export type Choice<Value extends string> = { readonly value: Value; readonly label: string };

type Props<Value extends string> = {
  label: string;
  /** For use inside a row that names it already. */
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
  return (
    <Base.Root {...root} items={choices} onValueChange={(value) => value !== null && onChange?.(value)}>
      <div className="flex flex-col">
        <Base.Label className={isLabelHidden ? "sr-only" : "type-label"}>{label}</Base.Label>
        <Base.Trigger className="flex h-9 items-center justify-between gap-3 border-ink border-b text-left text-prose text-ink data-disabled:border-rule-2 data-disabled:text-ink-3 data-popup-open:border-accent">
          <Base.Value placeholder={placeholder} className="truncate data-placeholder:text-ink-3" />
          <Base.Icon>
            <svg viewBox="0 0 8 8" aria-hidden="true" className="size-2 fill-none stroke-ink-3 [stroke-width:1.25]">
              <path d="M1 2.5 4 5.5 7 2.5" />
            </svg>
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

"use client";

import { Select as Base } from "@base-ui/react/select";

/** `detail` stands quietly at the end of the line; `short` is how the sentence says it, when the list says more. */
export type SentenceChoice<Value> = {
  readonly value: Value;
  readonly label: string;
  readonly short?: string;
  readonly detail?: string;
};

type Props<Value> = {
  /** What is chosen, for who does not see the sentence. */
  label: string;
  choices: readonly SentenceChoice<Value>[];
  value: Value;
  onChange: (value: Value) => void;
};

/** A word of a sentence that opens its alternatives. */
export function SentenceSelect<Value extends string | number>({ label, choices, value, onChange }: Props<Value>) {
  const chosen = choices.find((choice) => choice.value === value);
  const word = chosen?.short ?? chosen?.label ?? String(value);
  return (
    <Base.Root value={value} onValueChange={(next) => next !== null && onChange(next)}>
      <Base.Trigger
        aria-label={`${label}: ${word}`}
        className="inline-flex max-w-full items-baseline gap-1 whitespace-nowrap border-ink-3 border-b font-semibold hover:border-ink data-popup-open:border-accent"
      >
        <span className="truncate">{word}</span>
        <svg
          viewBox="0 0 8 8"
          aria-hidden="true"
          className="size-[7px] flex-none fill-none stroke-ink-3 [stroke-width:1.25]"
        >
          <path d="M1 2.5 4 5.5 7 2.5" />
        </svg>
      </Base.Trigger>
      <Base.Portal>
        <Base.Positioner sideOffset={6} alignItemWithTrigger={false} className="z-50 outline-none">
          <Base.Popup className="max-h-[min(var(--available-height),420px)] min-w-[max(var(--anchor-width),200px)] max-w-[calc(100vw-32px)] overflow-y-auto border border-rule-3 bg-sheet py-1 outline-none">
            <Base.List>
              {choices.map((choice) => (
                <Base.Item
                  key={choice.value}
                  value={choice.value}
                  label={choice.label}
                  className="grid min-h-8 cursor-pointer grid-cols-[12px_1fr_auto] items-center gap-2 px-3 text-body outline-none data-highlighted:bg-paper-3 max-sm:min-h-11"
                >
                  <Base.ItemIndicator className="col-start-1">
                    <svg viewBox="0 0 10 10" aria-hidden="true" className="size-2.5 fill-none stroke-accent stroke-2">
                      <path d="m1 5 3 3 5-6" />
                    </svg>
                  </Base.ItemIndicator>
                  <Base.ItemText className="col-start-2 truncate">{choice.label}</Base.ItemText>
                  {choice.detail && <span className="pl-6 text-ink-3 text-small">{choice.detail}</span>}
                </Base.Item>
              ))}
            </Base.List>
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}

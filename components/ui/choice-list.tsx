"use client";

import { Select as Base } from "@base-ui/react/select";

/** `detail` stands quietly at the end of the line. */
export type ListedChoice<Value> = { readonly value: Value; readonly label: string; readonly detail?: string };

type Props = {
  choices: readonly ListedChoice<string | number>[];
  /** What it opens from: a field as wide as its form, or a word of a sentence. */
  from: "field" | "word";
};

const LOOKS = {
  field: { offset: 2, popup: "max-h-(--available-height) min-w-(--anchor-width)", item: "min-h-9" },
  word: {
    offset: 6,
    popup: "max-h-[min(var(--available-height),420px)] min-w-[max(var(--anchor-width),200px)] max-w-[calc(100vw-32px)]",
    item: "min-h-8",
  },
};

/** The alternatives of a select, the chosen one ticked. */
export function ChoiceList({ choices, from }: Props) {
  const look = LOOKS[from];
  return (
    <Base.Portal>
      <Base.Positioner sideOffset={look.offset} alignItemWithTrigger={false} className="z-50 outline-none">
        <Base.Popup className={`${look.popup} overflow-y-auto border border-rule-3 bg-sheet py-1 outline-none`}>
          <Base.List>
            {choices.map(({ value, label, detail }) => (
              <Base.Item
                key={value}
                value={value}
                label={label}
                className={`${look.item} grid cursor-pointer grid-cols-[12px_1fr_auto] items-center gap-2 px-3 text-body outline-none data-highlighted:bg-paper-3 max-sm:min-h-11`}
              >
                <Base.ItemIndicator className="col-start-1">
                  <svg viewBox="0 0 10 10" aria-hidden="true" className="size-2.5 fill-none stroke-accent stroke-2">
                    <path d="m1 5 3 3 5-6" />
                  </svg>
                </Base.ItemIndicator>
                <Base.ItemText className="col-start-2 truncate">{label}</Base.ItemText>
                {detail && <span className="pl-6 text-ink-3 text-small">{detail}</span>}
              </Base.Item>
            ))}
          </Base.List>
        </Base.Popup>
      </Base.Positioner>
    </Base.Portal>
  );
}

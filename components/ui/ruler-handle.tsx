import type { KeyboardEvent } from "react";
import { percentOf, type Range } from "./ruler-values.ts";

export type RulerMark = {
  readonly label: string;
  readonly value: number;
  /** What the value was; null when it has no before. */
  readonly reference: number | null;
  /** The value as it is read out. */
  readonly valueText: string;
};

type Props = {
  mark: RulerMark;
  /** Its place among the marks: how the ruler knows which one is held. */
  index: number;
  scale: Range;
  disabled: boolean | undefined;
  onValue: (value: number) => void;
  onKeyDown: (event: KeyboardEvent) => void;
  onBlur: (() => void) | undefined;
};

/** One value on a ruler: drawn as a mark, and a slider of the browser for who listens or uses keys. */
export function RulerHandle({ mark, index, scale, disabled, onValue, onKeyDown, onBlur }: Props) {
  const { label, value, reference, valueText } = mark;
  return (
    <span
      data-mark={index}
      data-changed={reference !== value || undefined}
      style={{ left: `${percentOf(value, scale)}%` }}
      className="group/mark absolute top-1/2 h-3.5 w-2 -translate-x-1/2 -translate-y-1/2 touch-none rounded-[1px] border-[1.25px] border-ink bg-sheet has-[:focus-visible]:outline-2 has-[:focus-visible]:outline-accent has-[:focus-visible]:outline-offset-2 data-changed:border-accent data-changed:bg-accent before:absolute before:-inset-x-1.5 before:-inset-y-1 max-sm:h-6 max-sm:w-3.5 max-sm:before:-inset-x-4 max-sm:before:-inset-y-2.5"
    >
      <span className="absolute inset-y-[2px] left-1/2 w-px -translate-x-1/2 bg-ink group-data-changed/mark:bg-on-accent" />
      <input
        type="range"
        aria-label={label}
        aria-valuetext={valueText}
        min={scale.min}
        max={scale.max}
        step="any"
        value={value}
        disabled={disabled}
        onChange={(event) => onValue(Math.round(event.currentTarget.valueAsNumber))}
        onKeyDown={onKeyDown}
        onBlur={onBlur}
        className="pointer-events-none absolute inset-0 size-full opacity-0"
      />
    </span>
  );
}

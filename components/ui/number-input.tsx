"use client";

import { useTranslations } from "next-intl";
import { type KeyboardEvent, type Ref, useEffect, useImperativeHandle, useRef, useState } from "react";
import { formatNumber } from "#lib/i18n/number-text.ts";
import { type NumberRule, typedNumber } from "./typed-number.ts";

/** Lets a slider hand over to its number. */
export type NumberInputHandle = { startTyping: (character: string) => void };

type Props = NumberRule & {
  label: string;
  locale: string;
  value: number | null;
  isChanged?: boolean;
  /** What it was, said to who points at it or listens. */
  description?: string;
  isWrong?: boolean;
  /** What stands there when there is no number. */
  placeholder?: string;
  disabled?: boolean;
  /** Which way what is said of a refused text may grow, where one side of the field has no room. */
  opensTo?: "left" | "right";
  onChange: (value: number | null) => void;
  /** The hand has left it, or said with a key that it is done: whether what was typed could be taken. */
  onSettle?: (isTaken: boolean) => void;
  ref?: Ref<NumberInputHandle>;
};

const LARGE_STEP = 5;
const REFUSAL_SHOWN_MS = 8_000;

/**
 * A number to type; arrow keys move one, with shift five; Enter keeps what was typed, Escape brings back what stood there.
 * What is no number yet changes nothing, and who leaves it there is told what would do.
 */
export function NumberInput({ label, locale, value, onChange, onSettle, ref, ...props }: Props) {
  const { min, max, isWhole, opensTo = "left" } = props;
  const input = useRef<HTMLInputElement>(null);
  const t = useTranslations("shell.number");
  const [typed, setTyped] = useState<string | null>(null);
  const [refused, setRefused] = useRefused();
  /** What stood there before the hand changed it; null while it has not. */
  const before = useRef<{ value: number | null } | null>(null);
  const text = typed ?? (value === null ? "" : formatNumber(value, locale));
  const isUnread = typed !== null && typedNumber(typed, props) === undefined;

  useImperativeHandle(ref, () => ({
    startTyping(character) {
      input.current?.focus();
      type(character);
    },
  }));

  function type(written: string) {
    setTyped(written);
    setRefused(null);
    const number = typedNumber(written, props);
    if (number !== undefined && number !== value) change(number);
  }

  function change(next: number | null) {
    before.current ??= { value };
    onChange(next);
  }

  function onKeyDown(event: KeyboardEvent) {
    const direction = event.key === "ArrowUp" ? 1 : event.key === "ArrowDown" ? -1 : 0;
    if (direction !== 0 && value !== null) {
      const step = direction * (event.shiftKey ? LARGE_STEP : 1);
      setTyped(null);
      change(Math.min(max, Math.max(min, Math.round((value + step) * 100) / 100)));
    } else if (event.key === "Enter") leave();
    else if (event.key === "Escape") bringBack();
    else return;
    event.preventDefault();
  }

  function leave() {
    if (isUnread && typed.trim() !== "") setRefused(typed.trim());
    setTyped(null);
    before.current = null;
    onSettle?.(!isUnread);
  }

  function bringBack() {
    setTyped(null);
    setRefused(null);
    if (before.current) onChange(before.current.value);
    before.current = null;
    onSettle?.(true);
  }

  return (
    <span className="relative block">
      <input
        // High enough to be hit; its line stays under the figure.
        ref={input}
        inputMode={min < 0 ? "text" : isWhole ? "numeric" : "decimal"}
        autoComplete="off"
        aria-label={label}
        aria-invalid={isUnread || props.isWrong || undefined}
        placeholder={props.placeholder}
        title={props.description}
        disabled={props.disabled}
        data-changed={props.isChanged || undefined}
        value={text}
        onChange={(event) => type(event.target.value)}
        onKeyDown={onKeyDown}
        onFocus={(event) => event.target.select()}
        onBlur={leave}
        className="[--line:var(--rule-2)] h-6 w-full min-w-0 bg-[linear-gradient(var(--line),var(--line))] bg-[length:100%_1px] bg-[position:0_calc(100%-3px)] bg-no-repeat text-right font-medium text-small outline-offset-1 placeholder:text-ink-3 data-changed:font-semibold data-changed:text-accent data-changed:[--line:var(--accent)] aria-invalid:text-hot aria-invalid:[--line:var(--hot)] max-sm:h-11 max-sm:bg-[position:0_calc(100%-9px)] max-sm:text-prose"
      />
      <span
        role="alert"
        className={`absolute top-full z-20 w-max max-w-56 rounded-sm max-sm:max-w-44 bg-ink px-2 py-1 text-left font-normal text-paper text-small empty:hidden ${opensTo === "left" ? "right-0" : "left-0"}`}
      >
        {refused !== null &&
          t(isWhole ? "whole" : "decimal", {
            typed: refused,
            min: formatNumber(min, locale),
            max: formatNumber(max, locale),
          })}
      </span>
    </span>
  );
}

/** What was left in the field and could not be taken; said for a while. */
function useRefused() {
  const [refused, setRefused] = useState<string | null>(null);
  useEffect(() => {
    if (refused === null) return;
    const timer = setTimeout(() => setRefused(null), REFUSAL_SHOWN_MS);
    return () => clearTimeout(timer);
  }, [refused]);
  return [refused, setRefused] as const;
}

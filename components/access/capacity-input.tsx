"use client";

import { useState } from "react";

type Props = { label: string; capacity: number; isDisabled: boolean; onChange: (capacity: number) => void };

/** A number of calls a day; it is kept when the reader leaves it or presses Enter. */
export function CapacityInput({ label, capacity, isDisabled, onChange }: Props) {
  const [text, setText] = useState(String(capacity));
  function keep() {
    const typed = Number(text);
    if (text.trim() === "" || typed === capacity) setText(String(capacity));
    else onChange(typed);
  }
  return (
    <input
      type="number"
      inputMode="numeric"
      min={1}
      max={500}
      aria-label={label}
      value={text}
      disabled={isDisabled}
      onChange={(event) => setText(event.target.value)}
      onBlur={keep}
      onKeyDown={(event) => {
        if (event.key === "Enter") keep();
        if (event.key === "Escape") setText(String(capacity));
      }}
      className="h-9 w-full border-ink-3 border-b bg-transparent text-right text-body outline-none [appearance:textfield] focus-visible:border-accent focus-visible:shadow-[0_2px_0_0_var(--accent)] disabled:border-rule-2 disabled:text-ink-3 md:h-8 [&::-webkit-inner-spin-button]:appearance-none"
    />
  );
}

"use client";

import { useState } from "react";

type Props = { label: string; value: string; placeholder?: string; onChange: (value: string) => void };

/** A few letters in a row; what cannot be kept stays only while it is typed. */
export function InlineText({ label, value, placeholder, onChange }: Props) {
  const [typed, setTyped] = useState<string | null>(null);
  return (
    <input
      aria-label={label}
      value={typed ?? value}
      placeholder={placeholder}
      autoComplete="off"
      onChange={(event) => {
        setTyped(event.target.value);
        onChange(event.target.value);
      }}
      onBlur={() => setTyped(null)}
      className="h-8 w-full min-w-0 border-rule-2 border-b bg-transparent text-body outline-none placeholder:text-ink-3 focus-visible:border-accent focus-visible:shadow-[0_2px_0_0_var(--accent)] disabled:text-ink-3 max-sm:h-11 max-sm:text-prose"
    />
  );
}

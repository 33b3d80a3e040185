"use client";

import { useState } from "react";
import { TextField } from "#components/ui/field.tsx";

type Props = { label: string; hint?: string; words: readonly string[]; onChange: (words: string[]) => void };

/** A few words between commas. */
export function WordsField({ label, hint, words, onChange }: Props) {
  const [typed, setTyped] = useState<string | null>(null);
  return (
    <TextField
      label={label}
      hint={hint}
      value={typed ?? words.join(", ")}
      autoComplete="off"
      onChange={(event) => {
        setTyped(event.target.value);
        onChange(split(event.target.value));
      }}
      onBlur={() => setTyped(null)}
    />
  );
}

function split(text: string): string[] {
  const words = text.split(",").map((word) => word.trim());
  return [...new Set(words.filter((word) => word !== ""))];
}

import type { ReactNode } from "react";

/** A sentence with its marks held to its last word, so that none begins a line. */
export function Marked({ sentence, children }: { sentence: string; children: ReactNode }) {
  const end = sentence.lastIndexOf(" ") + 1;
  return (
    <>
      {sentence.slice(0, end)}
      <span className="whitespace-nowrap">
        {sentence.slice(end)}
        {children}
      </span>
    </>
  );
}

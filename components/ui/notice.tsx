import type { ReactNode } from "react";

const TONES = {
  done: { role: "status", className: "border-accent-line bg-accent-wash" },
  refused: { role: "alert", className: "border-hot" },
} as const;

/** What came of what the reader did; read out when it appears. */
export function Notice({ tone, children }: { tone: keyof typeof TONES; children: ReactNode }) {
  const { role, className } = TONES[tone];
  return (
    <div role={role} className={`border-l-2 px-3 py-2 text-ink ${className}`}>
      {children}
    </div>
  );
}

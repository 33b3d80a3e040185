import type { ReactNode } from "react";
import { Chevron } from "#components/ui/chevron.tsx";

type Props = {
  /** For who does not see the row. */
  label: string;
  value: string;
  isChanged?: boolean;
  onChange: (value: string) => void;
  children: ReactNode;
};

/** The browser's own list in a row: long ones fold by group, and a phone shows its own wheel. */
export function InlineList({ label, value, isChanged, onChange, children }: Props) {
  return (
    <span className="relative block min-w-0">
      <select
        aria-label={label}
        value={value}
        data-changed={isChanged || undefined}
        onChange={(event) => onChange(event.target.value)}
        className="h-8 w-full min-w-0 appearance-none truncate rounded-none border-rule-2 border-b bg-transparent pr-5 text-body outline-none focus-visible:border-accent focus-visible:shadow-[0_2px_0_0_var(--accent)] disabled:text-ink-3 data-changed:border-accent data-changed:font-semibold data-changed:text-accent max-sm:h-11 max-sm:text-prose [&_optgroup]:bg-sheet [&_option]:bg-sheet [&_option]:text-ink"
      >
        {children}
      </select>
      <Chevron className="pointer-events-none absolute top-1/2 right-1 -translate-y-1/2" />
    </span>
  );
}

import type { ReactNode } from "react";

/** The two lines of a cell: what matters, and quieter what goes with it. */
export function Lines({ main, second }: { main: ReactNode; second?: ReactNode }) {
  return (
    <>
      <span className="block truncate">{main}</span>
      <span className="block truncate text-ink-3 text-small narrow">{second}</span>
    </>
  );
}

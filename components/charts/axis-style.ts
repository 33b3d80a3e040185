/** How charts write: the page's small text, no lines but a quiet grid. */
export const TICK = { fill: "var(--ink-3)", fontSize: 11 } as const;
/** Letters over lines stay readable on a rim of paper. */
export const LABEL = {
  fill: "var(--ink)",
  stroke: "var(--paper)",
  strokeWidth: 3,
  paintOrder: "stroke",
  fontSize: 12,
  fontWeight: 600,
} as const;

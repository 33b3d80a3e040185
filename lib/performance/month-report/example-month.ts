import { proportion } from "#lib/evaluation/proportion.ts";
import type { MonthReport } from "./month-report.ts";

/** For tests: October 2026, of which all is known. */
export const EXAMPLE_MONTH: MonthReport = {
  month: "2026-10",
  currency: "EUR",
  figures: [
    { name: "leads", now: 412, before: 390, target: null },
    { name: "handed_over", now: 60, before: 55, target: null },
    { name: "qualified", now: 11, before: 9, target: null },
    { name: "won", now: 5, before: 1, target: null },
    { name: "first_touch", now: 95, before: 300, target: null },
    { name: "in_time", now: 0.8, before: null, target: null },
    { name: "conversion", now: 0.187, before: 0.172, target: 0.2 },
    { name: "cycle", now: 41, before: 50, target: 40 },
    { name: "revenue", now: 123_456, before: 100_000, target: 130_000 },
    { name: "calls", now: 12.34, before: 13, target: 10.4 },
  ],
  quality: [
    { measure: "completeness", now: 0.84, before: 0.82 },
    { measure: "duplicates", now: 0.02, before: null },
    { measure: "age", now: 74, before: 70 },
    { measure: "bounces", now: null, before: null },
  ],
  findings: {
    trend: { kind: "rose", before: 0.12, after: 0.19 },
    wait: { kind: "costs", quick: 0.3, slow: 0.1 },
    best: "Referral",
    worst: "",
    order: { verdict: "holds", auc: 0.81, low: 0.77, high: 0.85 },
  },
  advice: [
    {
      kind: "slow_rep",
      weight: 2,
      repId: 4,
      median: 1_500,
      others: 60,
      longer: proportion({ made: 40, of: 50 }),
    },
  ],
  modelId: 1,
};

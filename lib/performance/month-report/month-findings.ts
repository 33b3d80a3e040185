import type { Proportion } from "#lib/evaluation/proportion.ts";
import type { Figures } from "../figures.ts";
import { type WaitFinding, waitFinding } from "../first-touch.ts";
import { sourceFinding } from "../sources.ts";
import { trendFinding } from "../trend.ts";
import { judgeOrder } from "../truth/order.ts";
import type { TruthReport } from "../truth/report.ts";
import type { MonthFindings } from "./month-report.ts";

type Evidence = {
  readonly figures: Pick<Figures, "trends" | "waits" | "sources">;
  /** null before the first. */
  readonly truth: TruthReport | null;
  readonly limit: number;
};

/** The findings of the page's first view. */
export function monthFindings({ figures, truth, limit }: Evidence): MonthFindings {
  const trend = trendFinding(figures.trends.mql_to_sql);
  const { best, worst } = sourceFinding(figures.sources);
  const order = truth?.truth.order ?? null;
  const verdict = judgeOrder(order, limit);
  return {
    trend: trend && { kind: trend.kind, before: rateOf(trend.before), after: rateOf(trend.after) },
    wait: waitInShort(waitFinding(figures.waits)),
    best: best && (best.source ?? ""),
    worst: worst && (worst.source ?? ""),
    order: order === null || verdict === "few" ? null : { verdict, ...order },
  };
}

function waitInShort(finding: WaitFinding): MonthFindings["wait"] {
  if (finding.kind !== "costs") return { kind: finding.kind };
  return { kind: "costs", quick: rateOf(finding.quick), slow: rateOf(finding.slow) };
}

function rateOf(share: Proportion): number {
  return share.rate ?? 0;
}

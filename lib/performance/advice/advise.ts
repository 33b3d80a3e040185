import type { Figures } from "../figures.ts";
import type { TruthReport } from "../truth/report.ts";
import type { Advice, AdviceKind, Said } from "./advice.ts";
import {
  adviseOnBreadth,
  adviseOnHighScores,
  adviseOnInflation,
  adviseOnNewReasons,
  adviseOnNoise,
  adviseOnOrder,
  adviseOnReasons,
  adviseOnRejections,
  adviseOnThreshold,
} from "./model-rules.ts";
import { adviseOnClocks, adviseOnReps, adviseOnSources, adviseOnWaiting } from "./work-rules.ts";

export type Evidence = {
  /** null before the first report. */
  readonly report: TruthReport | null;
  readonly figures: Pick<Figures, "waiting" | "slowRep" | "waits" | "sources">;
  /** Below it the order of the score is alarming. */
  readonly limit: number;
};

export type AdviceList = {
  /** Strongest evidence first. */
  readonly advice: readonly Advice[];
  /** Rules that cannot say anything yet. */
  readonly silent: readonly AdviceKind[];
};

const MOST = 5;
/** Of one kind, so that no rule fills the list. */
const MOST_OF_A_KIND = 2;

/** What to change, by all rules. */
export function advise({ report, figures, limit }: Evidence): AdviceList {
  const said: readonly (readonly [AdviceKind, Said])[] = [
    ...(report ? adviseOnModel(report, limit) : []),
    ["slow_rep", adviseOnReps(figures)],
    ["waiting_costs", adviseOnWaiting(figures.waits)],
    ["weak_source", adviseOnSources(figures.sources)],
  ];
  const found = said
    .flatMap(([, each]) => (each === "few" ? [] : each))
    .sort((one, other) => other.weight - one.weight);
  const counts = new Map<AdviceKind, number>();
  const advice = found.filter(({ kind }) => {
    const count = counts.get(kind) ?? 0;
    counts.set(kind, count + 1);
    return count < MOST_OF_A_KIND;
  });
  const silent = said.flatMap(([kind, each]) => (each === "few" ? [kind] : []));
  return { advice: advice.slice(0, MOST), silent: [...new Set(silent)] };
}

function adviseOnModel(
  { truth, models, answers, clocks, looked }: TruthReport,
  limit: number,
): readonly (readonly [AdviceKind, Said])[] {
  return [
    ["order_low", adviseOnOrder(truth.order, { limit, leads: looked })],
    ["rejected_often", adviseOnRejections(answers)],
    ["too_broad", adviseOnBreadth(truth)],
    ["threshold_high", adviseOnThreshold(truth)],
    ["high_never_sql", adviseOnHighScores(truth.surprises)],
    ["inflation", adviseOnInflation(truth.inflation)],
    ["late_part", adviseOnClocks(clocks)],
    ["reason_grew", adviseOnNewReasons(answers)],
    ...models.flatMap(
      (model) =>
        [
          ["noise", adviseOnNoise(model)],
          ["reason_explained", adviseOnReasons(model)],
        ] as const,
    ),
  ];
}

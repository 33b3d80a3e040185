import { OrderKpi } from "#components/performance/order-kpi.tsx";
import type { Generation } from "#db/queries/current-generation.ts";
import type { Cohort } from "#db/queries/performance.ts";
import { FEWEST_BUYERS, findScoreOrder } from "#db/queries/score-order.ts";

type Props = { cohort: Cohort; generation: Generation; windowDays: number };

/** Scores of a past day take a moment to work out, so the page does not wait for them. */
export async function ScoreOrderKpi({ cohort, generation, windowDays }: Props) {
  const found = await findScoreOrder({ cohort, generation, windowDays });
  return <OrderKpi {...found} needed={FEWEST_BUYERS} />;
}

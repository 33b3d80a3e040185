import { OrderKpi } from "#components/performance/order-kpi.tsx";
import type { Generation } from "#db/queries/current-generation.ts";
import type { Cohort } from "#db/queries/performance.ts";
import { FEWEST_BUYERS, findScoreOrder } from "#db/queries/score-order.ts";

const DAY_MS = 86_400_000;

type Props = { cohort: Cohort; generation: Generation; windowDays: number };

/** Scores of a past day take a moment to work out, so the page does not wait for them. */
export async function ScoreOrderKpi({ cohort, generation, windowDays }: Props) {
  const { day, ...found } = await findScoreOrder({ cohort, generation, windowDays });
  return <OrderKpi {...found} day={new Date((day + 0.5) * DAY_MS)} needed={FEWEST_BUYERS} />;
}

import { resampleAuc } from "#lib/backtest/bootstrap.ts";
import { type Auc, areaUnder, aucOf } from "#lib/evaluation/auc.ts";
import { levelsOf } from "#lib/evaluation/levels.ts";
import { type RankCorrelation, rankCorrelation } from "#lib/evaluation/rank-correlation.ts";
import { FEWEST_WON, type PastScore } from "./past-score.ts";

/** Whether those who were going to buy stood above the others, of one day, where each lead is one row; null of too few on either side. */
export function orderOf(rows: readonly PastScore[]): Auc | null {
  const sides = sidesOf(rows);
  return isEnough(sides) ? aucOf(levelsOf(sides)) : null;
}

/** The same over several days. Rows of one lead tell no more than the lead, so the interval is that of drawing leads. */
export function orderOverDays(rows: readonly PastScore[]): Auc | null {
  const sides = sidesOf(rows);
  const auc = isEnough(sides) ? areaUnder(levelsOf(sides)) : null;
  if (auc === null) return null;
  const zeros = new Int32Array(rows.length);
  const draws = resampleAuc({
    scores: Int32Array.from(rows, ({ combined }) => combined),
    cases: {
      leadIds: Uint32Array.from(rows, ({ leadId }) => leadId),
      places: zeros,
      won: Int32Array.from(rows, ({ isWon }) => Number(isWon)),
      withSales: zeros,
      days: [],
    },
    known: new Uint8Array(rows.length).fill(1),
  });
  for (;;) {
    const { done, value } = draws.next();
    if (done === true) return value && { auc, ...value };
  }
}

/** Whether higher scores came to larger deals, among those that were won with a value. */
export function valueOrder(rows: readonly PastScore[]): RankCorrelation | null {
  const pairs = rows.flatMap(({ combined, wonMinor }) => (wonMinor === null ? [] : [{ x: combined, y: wonMinor }]));
  return pairs.length < FEWEST_WON ? null : rankCorrelation(pairs);
}

/** The newest row of each lead, as known before whatever became of it. */
export function newestOfEach(rows: readonly PastScore[]): PastScore[] {
  const newest = new Map<number, PastScore>();
  for (const row of rows) {
    const known = newest.get(row.leadId);
    if (!known || row.day > known.day) newest.set(row.leadId, row);
  }
  return [...newest.values()];
}

/**
 * What an order is worth against the limit that the organisation set: `chance` where it cannot be told from none or is
 * certainly next to none, `below` the limit for certain, `doubtful` below it as far as can be told, or it holds.
 */
export type OrderVerdict = "few" | "chance" | "below" | "doubtful" | "holds";

const CHANCE = 0.5;
/** With leads enough 0.51 can be told from chance for certain, and still helps nobody to choose whom to call. */
const NEXT_TO_CHANCE = 0.52;

export function judgeOrder(order: Auc | null, limit: number): OrderVerdict {
  if (order === null) return "few";
  if (order.low <= CHANCE || order.high < NEXT_TO_CHANCE) return "chance";
  if (order.high < limit) return "below";
  return order.auc < limit ? "doubtful" : "holds";
}

/** Whether somebody should look at the model. */
export function isAlarm(verdict: OrderVerdict): verdict is "chance" | "below" | "doubtful" {
  return verdict === "chance" || verdict === "below" || verdict === "doubtful";
}

function sidesOf(rows: readonly PastScore[]) {
  const scores = (isWon: boolean) => rows.flatMap((row) => (row.isWon === isWon ? [row.combined] : []));
  return { positives: scores(true), negatives: scores(false) };
}

function isEnough({ positives, negatives }: ReturnType<typeof sidesOf>): boolean {
  return positives.length >= FEWEST_WON && negatives.length >= FEWEST_WON;
}

import { isApart, type Proportion } from "#lib/evaluation/proportion.ts";
import { FEWEST_WON, isAbove, isWon, type PastScore, shareOf } from "./past-score.ts";

/** The older half of the months against the newer: who stands beyond the line, and who of them is won. */
export type Inflation = {
  readonly above: { readonly before: Proportion; readonly after: Proportion };
  readonly wonAbove: { readonly before: Proportion; readonly after: Proportion };
  /** `inflated`: more stand beyond the line, and fewer of those are won; `worth_less`: as many, fewer won; `more`: more, and as many won. */
  readonly kind: "few" | "inflated" | "worth_less" | "more" | "holds";
};

/** Of rows of which it is known what became of them; null while there are not two months. */
export function inflationOf(known: readonly PastScore[]): Inflation | null {
  const days = [...new Set(known.map(({ day }) => day))].sort((one, other) => one - other);
  const middle = days[Math.floor(days.length / 2)];
  if (days.length < 2 || middle === undefined) return null;
  const older = known.filter(({ day }) => day < middle);
  const newer = known.filter(({ day }) => day >= middle);
  const above = { before: shareOf(older, isAbove), after: shareOf(newer, isAbove) };
  const wonAbove = { before: shareOf(older.filter(isAbove), isWon), after: shareOf(newer.filter(isAbove), isWon) };
  return { above, wonAbove, kind: judge({ above, wonAbove }) };
}

function judge({ above, wonAbove }: Omit<Inflation, "kind">): Inflation["kind"] {
  if (wonAbove.before.made + wonAbove.after.made < FEWEST_WON) return "few";
  const isMore = isApart(above.before, above.after) && (above.after.rate ?? 0) > (above.before.rate ?? 0);
  const isLess = isApart(wonAbove.before, wonAbove.after) && (wonAbove.after.rate ?? 0) < (wonAbove.before.rate ?? 0);
  if (isMore && isLess) return "inflated";
  if (isLess) return "worth_less";
  return isMore ? "more" : "holds";
}

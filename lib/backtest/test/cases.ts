import { seededRandom } from "#lib/random.ts";
import { ONE } from "#lib/scoring/decay.ts";
import type { Cases } from "../cases.ts";

/**
 * Two hundred leads on three days, some of them gone on the last, with the factor sums of two criteria: the first tells
 * who is won, the second nothing. The window behind the last day is not over.
 */
export function someCases() {
  const random = seededRandom(42);
  const rows: { leadId: number; place: number; won: number; tells: number; noise: number }[] = [];
  for (let leadId = 1; leadId <= 200; leadId++) {
    const tells = random.below(3);
    const noise = random.below(2);
    for (const place of random.next() < 0.8 ? [0, 1, 2] : [0, 1])
      rows.push({ leadId, place, tells, noise, won: random.next() < 0.1 + 0.3 * tells ? 1 : 0 });
  }
  const cases: Cases = {
    leadIds: Uint32Array.from(rows, ({ leadId }) => leadId),
    places: Int32Array.from(rows, ({ place }) => place),
    won: Int32Array.from(rows, ({ won }) => won),
    withSales: new Int32Array(rows.length),
    days: [
      { day: 20_000, isOver: true, endsWeek: true },
      { day: 20_031, isOver: true, endsWeek: true },
      { day: 20_059, isOver: false, endsWeek: true },
    ],
  };
  const columnOf = (name: "tells" | "noise") => Int32Array.from(rows, (row) => row[name] * ONE);
  return { rows, cases, tells: columnOf("tells"), noise: columnOf("noise") };
}

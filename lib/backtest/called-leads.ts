import type { Cases } from "./cases.ts";

/** One lead over all days whose outcome is known. Rows of a lead follow each other, or there is one a lead. */
export type CalledLead = {
  /** Its highest score, and its highest on days after which it was won; -1 where it never was. */
  readonly best: number;
  readonly bestBeforeWin: number;
};

/** Leads as sales meets them: each is called once, however many days it stood there, and won once. */
export function calledLeads(scores: Int32Array, { leadIds, won }: Cases, known: Uint8Array): CalledLead[] {
  const leads: { best: number; bestBeforeWin: number }[] = [];
  let last = -1;
  for (let row = 0; row < known.length; row++) {
    if (known[row] === 0) continue;
    const id = leadIds[row] ?? 0;
    if (id !== last) leads.push({ best: -1, bestBeforeWin: -1 });
    last = id;
    const lead = leads.at(-1);
    const score = scores[row] ?? 0;
    if (lead === undefined) continue;
    lead.best = Math.max(lead.best, score);
    if (won[row] !== 0) lead.bestBeforeWin = Math.max(lead.bestBeforeWin, score);
  }
  return leads;
}

/** How many leads a threshold calls, and how many of them were won after a day on which it did. */
export type Catch = { readonly called: number; readonly caught: number };

/** What every threshold there is catches, from the highest score down; before the first, nobody. */
export function catchesOf(leads: readonly CalledLead[]): Catch[] {
  const called = new Map<number, number>();
  const caught = new Map<number, number>();
  for (const { best, bestBeforeWin } of leads) {
    called.set(best, (called.get(best) ?? 0) + 1);
    if (bestBeforeWin >= 0) caught.set(bestBeforeWin, (caught.get(bestBeforeWin) ?? 0) + 1);
  }
  const scores = [...new Set([...called.keys(), ...caught.keys()])].sort((one, other) => other - one);
  let sum: Catch = { called: 0, caught: 0 };
  const catches = [sum];
  for (const score of scores) {
    sum = { called: sum.called + (called.get(score) ?? 0), caught: sum.caught + (caught.get(score) ?? 0) };
    catches.push(sum);
  }
  return catches;
}

/** How many customers so many calls catch; where leads tie, in proportion, so not always whole. */
export function caughtWith(catches: readonly Catch[], calls: number): number {
  const next = catches.findIndex(({ called }) => called >= calls);
  const [above, below] = [catches[next - 1], catches[next] ?? catches.at(-1)];
  if (!below) return 0;
  if (!above || below.called === above.called) return below.caught;
  const share = Math.min(1, (calls - above.called) / (below.called - above.called));
  return above.caught + share * (below.caught - above.caught);
}

import type { Stage } from "#lib/lifecycle/constants.ts";
import { isOpen } from "#lib/lifecycle/stage-rules.ts";

/**
 * Why a lead of a list is not on it any more, or not on the next, worded by the catalogue under `today.departures`.
 * `merged`: it became one with the lead that is named. `deleted`: it is no more.
 */
export type Departure = {
  readonly leadId: number;
  readonly name: string | null;
  /** The reader may not see it any more: then it has no name. */
  readonly isHidden: boolean;
} & (
  | { readonly key: "may_not_call" | "may_not_score" | "merged" | "deleted" }
  /** `to`: the name of who has it now. */
  | { readonly key: "given_away"; readonly to: string | null }
  | { readonly key: "stage"; readonly stage: Stage }
  | { readonly key: "cell"; readonly from: string; readonly to: string }
);

/** What of a lead that stood on somebody's list says whether it still belongs there. */
export type Listed = {
  readonly leadId: number;
  readonly name: string | null;
  readonly isHidden: boolean;
  readonly owner: { readonly userId: number; readonly name: string | null } | null;
  readonly mayCall: boolean;
  readonly stage: Stage;
};

export type Departed = Listed & {
  readonly mayScore: boolean;
  readonly cellThen: string | null;
  readonly cell: string | null;
};

/** Open stages in which somebody else goes on with the lead. */
const TAKEN_FURTHER: ReadonlySet<Stage> = new Set(["opportunity", "recycled"]);

/** Why a lead left the list on which it stands, during the day; null while it belongs there. */
export function leaveOf(lead: Listed, listOf: number): Departure | null {
  const { owner, stage } = lead;
  const named = namedOf(lead);
  if (owner !== null && owner.userId !== listOf) return { ...named, key: "given_away", to: owner.name };
  if (!lead.mayCall) return { ...named, key: "may_not_call" };
  return isOpen(stage) ? null : { ...named, key: "stage", stage };
}

/** Why a lead of the list before is not on this one; null when it left because somebody worked it, which its rep knows. */
export function departureOf(lead: Departed, listOf: number): Departure | null {
  const left = leaveOf(lead, listOf);
  const named = namedOf(lead);
  if (left) return left;
  if (!lead.mayScore) return { ...named, key: "may_not_score" };
  if (TAKEN_FURTHER.has(lead.stage)) return { ...named, key: "stage", stage: lead.stage };
  if (lead.cell !== null && lead.cellThen !== null && lead.cell !== lead.cellThen)
    return { ...named, key: "cell", from: lead.cellThen, to: lead.cell };
  return null;
}

/** Departures as they are told: those of leads without a name that say the same in one, with how many they are. */
export function toldOnce(
  departures: readonly Departure[],
): { readonly departure: Departure; readonly count: number }[] {
  const groups = Map.groupBy(departures, (departure) => {
    if (!departure.isHidden) return departure;
    return departure.key === "given_away" ? `${departure.key} ${departure.to ?? ""}` : departure.key;
  });
  return [...groups.values()].flatMap((group) =>
    group.slice(0, 1).map((departure) => ({ departure, count: group.length })),
  );
}

function namedOf({ leadId, name, isHidden }: Listed) {
  return { leadId, name: isHidden ? null : name, isHidden };
}

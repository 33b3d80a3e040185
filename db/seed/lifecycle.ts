import type { ChangeCause } from "#lib/lifecycle/constants.ts";
import { stageByScore } from "#lib/lifecycle/stage-rules.ts";
import type { Facts } from "#lib/scoring/facts.ts";
import type { Course } from "./course.ts";
import type { Diary } from "./diary.ts";
import type { DemoLead } from "./leads.ts";
import { createRandom, type Random } from "./random.ts";
import { buyDirectly, sigmoid, workLead } from "./sales.ts";
import { raising, type Scorekeeper } from "./scoring-history.ts";
import { MANAGER, type Member, REPS } from "./team.ts";

export type Life = Course & {
  readonly ownerId: number | null;
  /** When it was routed to its owner; null: it came with one, or has none. */
  readonly routedAt: number | null;
};

type Living = { readonly diary: Diary; readonly facts: Facts; readonly scorekeeper: Scorekeeper };
type Occasion = { readonly at: number; readonly cause: ChangeCause };

/** The nightly pass runs just after midnight. */
const NIGHTLY_MINUTE = 5;
/** Share of the fresh ones that nobody has taken yet. */
const UNTAKEN = 0.35;

/**
 * A lead's life with sales, computed as the product would have: after everything that may raise its
 * score the engine says whether it qualifies; then it is handed over and worked. Work adds visits to
 * the diary, which are the facts' events.
 */
export function liveLead({ diary, facts, scorekeeper }: Living): Life {
  const { lead, calendar } = diary;
  const random = createRandom(`sales ${lead.id}`);
  const course = born(lead);
  const territorial = territoryRep(lead, random);
  let owner: Member | null = random.chance(0.3) ? territorial : null;
  let routedAt: number | null = null;
  for (let due = handOver(); due; due = course.stage === "recycled" ? handOver() : null) {
    returnBefore(due.at);
    enter("marketing_qualified", due);
    const isFresh = due.at > calendar.end - 30 * 3_600_000;
    if (!owner && isFresh && random.chance(UNTAKEN)) break;
    if (!owner) [owner, routedAt] = [territorial, due.at];
    workLead({ diary, owner, random, course });
  }
  if (course.stage === "lead" && random.chance(sigmoid(-3.9 + 0.75 * lead.appetite)))
    buyDirectly({ diary, owner: owner ?? MANAGER, random, course });
  returnBefore(calendar.end);
  return { ...course, ownerId: owner?.id ?? null, routedAt };

  function enter(to: "lead" | "marketing_qualified", { at, cause }: Occasion): void {
    course.changes.push({ at, cause, from: course.stage, to, reason: null, actorId: null, touch: null });
    Object.assign(course, { stage: to, enteredAt: at, returnsOn: null });
  }

  /** Who is back from nurture by then, and was not handed over at once, is a lead again. */
  function returnBefore(until: number): void {
    if (course.stage !== "recycled" || course.returnsOn === null) return;
    const at = calendar.at(course.returnsOn, NIGHTLY_MINUTE);
    if (at < until) enter("lead", { at, cause: "nurtured" });
  }

  /** The next occasion on which the score says so. */
  function handOver(): Occasion | null {
    if (!lead.mayScore) return null;
    const isDue = ({ at }: Occasion) => {
      const day = calendar.dayOf(at);
      if (stageByScore({ ...course, qualifies: true, day }) === course.stage) return false;
      return scorekeeper.scoreAt(facts, at)?.totals.qualifies ?? false;
    };
    return occasions().find(isDue) ?? null;
  }

  /** Instants from here on at which the score may have risen, in order of time. */
  function occasions(): Occasion[] {
    const list: Occasion[] = raising(facts.events).map(({ at }) => ({ at, cause: "event" }));
    for (const { at } of scorekeeper.publications) list.push({ at, cause: "publish" });
    for (const { validFrom } of facts.changes) list.push({ at: validFrom, cause: "person" });
    for (const { at } of facts.adjustments) list.push({ at, cause: "person" });
    if (course.returnsOn !== null) list.push({ at: calendar.at(course.returnsOn, NIGHTLY_MINUTE), cause: "nurtured" });
    return list
      .filter(({ at }) => at >= course.enteredAt && at <= calendar.end)
      .sort((one, other) => one.at - other.at);
  }
}

function born(lead: DemoLead): Course {
  const cause = lead.source === "Trade fair" ? "import" : "event";
  return {
    stage: "lead",
    enteredAt: lead.createdAt,
    returnsOn: null,
    changes: [{ at: lead.createdAt, from: null, to: "lead", cause, reason: null, actorId: null, touch: null }],
    touches: [],
    outcomes: [],
  };
}

/** Round robin within the territory, by capacity. */
function territoryRep(lead: DemoLead, random: Random): Member {
  const reps = REPS.filter(({ territory }) => territory.includes(lead.account.country));
  return random.weighted(reps.map((member) => [member, member.dailyCapacity / member.territory.length] as const));
}

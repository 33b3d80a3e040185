import type { FieldCatalogue } from "#lib/scoring/facts.ts";
import { startOfDay } from "#lib/time/local-day.ts";
import { addWorkingMinutes, type WorkingTime } from "#lib/working-time/working-time.ts";
import { openTurns } from "./give-turns.ts";
import { type Candidate, openRouting, type Router, type Subject } from "./open-routing.ts";
import type { Routing } from "./rules.ts";

/** A lead that was handed over to sales, as it stood then; its fields as they are. */
export type TriedLead = Subject & {
  readonly leadId: number;
  /** Epoch milliseconds, and the local day. */
  readonly at: number;
  readonly day: number;
  /** Who had it before anything was done about that; null: nobody. */
  readonly ownerThen: number | null;
};

/** `kept`: it had an owner. `fallback`: nobody came to work in time. `waiting`: nobody has come yet. */
export const DRY_RUN_WAYS = ["kept", "rule", "turn", "fallback", "waiting"] as const;
export type DryRunWay = (typeof DRY_RUN_WAYS)[number];

/** Where a lead would have gone. */
export type DryRoute = {
  readonly leadId: number;
  readonly way: DryRunWay;
  /** null: nobody. */
  readonly toUserId: number | null;
  /** The name of the rule. */
  readonly rule: string | null;
};

export type DryRun = {
  /** In the order in which they were handed over. */
  readonly leads: readonly TriedLead[];
  readonly routing: Routing;
  readonly fields: FieldCatalogue;
  readonly workingTime: WorkingTime;
  /** Who worked on each day from the first lead's to today. */
  readonly atWork: ReadonlyMap<number, readonly Candidate[]>;
  /** Epoch day. */
  readonly today: number;
};

/** Where leads of the past would have gone by these rules, with turns from the beginning. */
export function dryRunRouting({ leads, routing, fields, workingTime, atWork, today }: DryRun): DryRoute[] {
  const open = openRouting(routing, fields);
  const routers = new Map<number, Router>();
  const next = openTurns();
  return leads.map((lead) => ({ leadId: lead.leadId, ...wayOf(lead) }));

  function wayOf(lead: TriedLead): Omit<DryRoute, "leadId"> {
    if (lead.ownerThen !== null) return { way: "kept", toUserId: lead.ownerThen, rule: null };
    const dueAt = addWorkingMinutes(lead.at, routing.waitMinutes, workingTime);
    for (let day = lead.day; day <= today; day++) {
      if (day > lead.day && startOfDay(day, workingTime.timeZone) >= dueAt) break;
      const route = routerOf(day)(lead);
      if (route) return { way: route.rule ? "rule" : "turn", toUserId: next(route), rule: route.rule?.name ?? null };
    }
    const isOver = dueAt < startOfDay(today + 1, workingTime.timeZone);
    return isOver
      ? { way: "fallback", toUserId: routing.fallbackUserId, rule: null }
      : { way: "waiting", toUserId: null, rule: null };
  }

  function routerOf(day: number): Router {
    const known = routers.get(day);
    if (known) return known;
    const router = open({ day, atWork: atWork.get(day) ?? [] });
    routers.set(day, router);
    return router;
  }
}

/** What one person would have got. */
export type DryRunShare = { readonly userId: number | null } & Readonly<Record<DryRunWay, number>>;

/** Leads by person, who would have got the most first; nobody (null) last. */
export function sharesOf(routes: readonly DryRoute[]): DryRunShare[] {
  const shares = new Map<number | null, Record<DryRunWay, number>>();
  for (const { toUserId, way } of routes) {
    const share = shares.get(toUserId) ?? { kept: 0, rule: 0, turn: 0, fallback: 0, waiting: 0 };
    share[way]++;
    shares.set(toUserId, share);
  }
  return [...shares]
    .map(([userId, share]) => ({ userId, ...share }))
    .sort((a, b) => Number(a.userId === null) - Number(b.userId === null) || totalOf(b) - totalOf(a));
}

/** All that somebody would have got. */
export function totalOf(share: Readonly<Record<DryRunWay, number>>): number {
  return DRY_RUN_WAYS.reduce((sum, way) => sum + share[way], 0);
}

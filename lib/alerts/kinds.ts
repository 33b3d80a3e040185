import { z } from "zod";
import type { Role } from "#lib/access/roles.ts";
import { monthReportSchema } from "#lib/performance/month-report/month-report.ts";

/**
 * What a person is told of. `newcomer`: a lead joined the list of today. `clock_half`, `clock_breached`:
 * half the time for a first touch is over, or all of it. `no_owner`: a clock started for a lead that is
 * nobody's, or whose owner is away. `given`: a colleague gave one. `unrouted`: a lead found no owner in time. `mass_effect`:
 * what a pass over all leads did. `digest`: the day ahead, in the morning. `month`: the figures of the month that
 * is over, on the first working morning of the next. `webhook_paused`: news for an endpoint outside is held back.
 */
export const ALERT_KINDS = [
  "newcomer",
  "clock_half",
  "clock_breached",
  "no_owner",
  "given",
  "unrouted",
  "mass_effect",
  "digest",
  "month",
  "webhook_paused",
] as const;
export type AlertKind = (typeof ALERT_KINDS)[number];

/** `app`: the bell and the notice on arrival. */
export const ALERT_CHANNELS = ["app", "email", "webhook"] as const;
export type AlertChannel = (typeof ALERT_CHANNELS)[number];

/**
 * How it stands with one alert of one person on one channel. In the app it is `sent` at once. `sending`: handed to
 * the channel, which has not answered yet. `uncertain`: the channel may have it, and never said so; it is not sent
 * again. `failed`: it does not have it, and trying again is over. `seen`: the person has looked. `dropped`: what it
 * tells of was over before it went out, or was taken back: it is in no bell.
 */
export const ALERT_STATES = ["waiting", "sending", "sent", "failed", "uncertain", "seen", "dropped"] as const;
export type AlertState = (typeof ALERT_STATES)[number];

const instant = z.iso.datetime();
const count = z.int().nonnegative();

/** What an alert of each kind knows besides its lead. Names are read when it is shown, by who may see them. */
const FACTS = {
  newcomer: z.object({
    /** Key of the type of the event that brought it; null: something else did. */
    eventType: z.string().nullable(),
    cell: z.string().nullable(),
    /** When the first touch is due; null without a clock. */
    dueAt: instant.nullable(),
    /** How many came at once, none of which has a clock: then it is about no single one. */
    count: z.int().positive().optional(),
  }),
  clock_half: z.object({ dueAt: instant }),
  clock_breached: z.object({
    dueAt: instant,
    /** Whose lead it was when the time ran out; null: nobody's. */
    ownerId: z.int().nullable(),
  }),
  no_owner: z.object({
    dueAt: instant,
    /** Whose lead it is, who is away; null: nobody's. */
    ownerId: z.int().nullable().default(null),
  }),
  given: z.object({
    /** null: who is gone. */
    byId: z.int().nullable(),
    note: z.string(),
  }),
  unrouted: z.object({
    waitingSince: instant,
    /** Who has it now for want of a better; null: still nobody. */
    toId: z.int().nullable(),
  }),
  mass_effect: z.object({
    cause: z.enum(["publish", "return", "models", "day", "import", "account", "naming", "zone", "nurtured"]),
    /** Leads in another cell than before; null: nobody counted. */
    moved: count.nullable(),
    /** Leads that newly qualify. */
    qualified: count,
  }),
  digest: z.object({
    /** Calls on the list, follow-ups with their day come, clocks that run. */
    calls: count,
    followUps: count,
    clocks: count,
    /** For who manages: leads of the team whose first touch was late on the working day before; null for others. */
    breached: count.nullable(),
  }),
  month: monthReportSchema,
  webhook_paused: z.object({
    endpointId: z.int(),
    name: z.string(),
    /** Since when nothing arrived; null: the other side said that it is gone. */
    failingSince: instant.nullable(),
  }),
} as const satisfies Record<AlertKind, z.ZodType>;

export type AlertFacts<K extends AlertKind = AlertKind> = z.infer<(typeof FACTS)[K]>;

/** An alert's kind with the facts of that kind. */
export type AlertCause = { [K in AlertKind]: { readonly kind: K; readonly facts: AlertFacts<K> } }[AlertKind];

const causeSchema = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("newcomer"), facts: FACTS.newcomer }),
  z.object({ kind: z.literal("clock_half"), facts: FACTS.clock_half }),
  z.object({ kind: z.literal("clock_breached"), facts: FACTS.clock_breached }),
  z.object({ kind: z.literal("no_owner"), facts: FACTS.no_owner }),
  z.object({ kind: z.literal("given"), facts: FACTS.given }),
  z.object({ kind: z.literal("unrouted"), facts: FACTS.unrouted }),
  z.object({ kind: z.literal("mass_effect"), facts: FACTS.mass_effect }),
  z.object({ kind: z.literal("digest"), facts: FACTS.digest }),
  z.object({ kind: z.literal("month"), facts: FACTS.month }),
  z.object({ kind: z.literal("webhook_paused"), facts: FACTS.webhook_paused }),
]);

/** What is stored of an alert, parsed; throws on anything else. */
export function readCause({ kind, facts }: { readonly kind: string; readonly facts: unknown }): AlertCause {
  return causeSchema.parse({ kind, facts });
}

const WORKERS: readonly Role[] = ["rep", "manager", "admin"];
const MANAGERS: readonly Role[] = ["manager", "admin"];

/** Whom each kind may be about something for: what a person can choose among. */
const AUDIENCE: Readonly<Record<AlertKind, readonly Role[]>> = {
  newcomer: WORKERS,
  clock_half: WORKERS,
  clock_breached: WORKERS,
  no_owner: MANAGERS,
  given: WORKERS,
  unrouted: WORKERS,
  mass_effect: ["marketer", "manager", "admin"],
  digest: WORKERS,
  month: MANAGERS,
  webhook_paused: ["admin"],
};

/** The kinds that a role can get, in their order; none without a role. */
export function kindsOf(role: Role | null): readonly AlertKind[] {
  return ALERT_KINDS.filter((kind) => role !== null && AUDIENCE[kind].includes(role));
}

import { compile, type Model } from "../compile.ts";
import type { Facts, Moment } from "../facts.ts";
import { aDefinition, CATALOGUE, type WrittenCriterion } from "./definitions.ts";
import { aLead, anEvent, LIVE, startOf, TODAY } from "./leads.ts";

const fields: readonly WrittenCriterion[] = [
  {
    type: "attribute",
    key: "sector",
    label: "Installation sector",
    points: 20,
    condition: { field: "account.industry", op: "in", values: ["Installation", "Refrigeration"] },
  },
  {
    type: "attribute",
    key: "size",
    label: "50 to 500 employees",
    points: 15,
    condition: { field: "employees", op: "between", from: 50, to: 500 },
  },
  {
    type: "attribute",
    key: "market",
    label: "Market NL, BE, DE",
    points: 20,
    condition: { field: "country", op: "in", values: ["NL", "BE", "DE"] },
  },
];
const person: readonly WrittenCriterion[] = [
  {
    type: "attribute",
    key: "operations",
    label: "Operations",
    points: 20,
    condition: {
      any: [
        { field: "job_title", op: "contains_word", value: "operations" },
        { field: "job_title", op: "starts_with", value: "COO" },
      ],
    },
  },
  {
    type: "attribute",
    key: "student",
    label: "Student",
    points: -20,
    condition: { field: "job_title", op: "contains_word", value: "student" },
  },
  {
    type: "attribute",
    key: "renewal",
    label: "Contract ends soon",
    points: 7.5,
    condition: {
      all: [
        { field: "contract_ends", op: "due_within", days: 90 },
        { not: { field: "is_customer", op: "equals", value: true } },
      ],
    },
  },
];
const intent: readonly WrittenCriterion[] = [
  {
    type: "event",
    key: "demo",
    label: "Demo request",
    points: 25,
    halfLifeDays: 60,
    events: { types: ["demo_request"] },
    scope: "once_per_lead",
    isHighIntent: true,
  },
  {
    type: "event",
    key: "pricing",
    label: "Pricing page",
    points: 15,
    halfLifeDays: 30,
    maximum: 25,
    events: { types: ["pricing_page"], where: { field: "seconds", op: "at_least", value: 10 } },
  },
  {
    type: "burst",
    key: "pricing_burst",
    label: "3x pricing in 48 h",
    points: 15,
    halfLifeDays: 7,
    count: 3,
    withinHours: 48,
    events: { types: ["pricing_page"] },
  },
];
const behaviour: readonly WrittenCriterion[] = [
  {
    type: "event",
    key: "whitepaper",
    label: "Whitepaper",
    points: 10,
    halfLifeDays: 30,
    events: { types: ["whitepaper"] },
    scope: "once_per_asset",
  },
  {
    type: "event",
    key: "pages",
    label: "Pages",
    points: 0.75,
    halfLifeDays: 14,
    maximum: 5,
    events: { types: ["page_view"] },
  },
  {
    type: "burst",
    key: "mails",
    label: "3 e-mails opened",
    points: 6,
    halfLifeDays: 14,
    count: 3,
    withinHours: 720,
    events: { types: ["email_opened"] },
  },
  {
    type: "event",
    key: "fair",
    label: "Trade-fair page",
    points: 12,
    halfLifeDays: null,
    events: { types: ["page_view"], where: { field: "path", op: "starts_with", value: "/fair" } },
    active: { from: "2026-03-01", until: "2026-03-31" },
  },
  {
    type: "event",
    key: "bounce",
    label: "Bounce",
    points: -8,
    halfLifeDays: 90,
    maximum: 12,
    events: { types: ["email_bounced"] },
  },
  { type: "inactivity", key: "silence", label: "Silent for 60 days", points: -10, days: 60, events: { types: "any" } },
];

/** The field's reference numbers, with at least one of everything that a definition can hold. */
export const PORTFOLIO_MODEL: Model = compile(
  aDefinition({
    fit: {
      groups: [
        { key: "company", label: "Company", cap: 50, criteria: [...fields] },
        { key: "person", label: "Person", floor: -10, criteria: [...person] },
      ],
    },
    engagement: {
      groups: [
        { key: "intent", label: "Intent", cap: 60, criteria: [...intent] },
        { key: "behaviour", label: "Behaviour", criteria: [...behaviour] },
      ],
    },
  }),
  CATALOGUE,
);

const ideal = {
  country: "NL",
  job_title: "Head of Operations",
  employees: 180,
  "account.industry": "refrigeration",
  contract_ends: TODAY + 30,
  is_customer: false,
};
const pricing = (daysAgo: number, seconds = 60) => anEvent("pricing_page", daysAgo, { properties: { seconds } });

type Case = { readonly name: string; readonly facts: Facts; readonly moment?: Moment };

/** Leads whose scores are kept as they are, digit for digit. */
export const PORTFOLIO: readonly Case[] = [
  {
    name: "Nothing known, nothing done, created today",
    facts: aLead({ createdAt: startOf(TODAY), createdDay: TODAY }),
  },
  { name: "Nothing known, nothing done for a year", facts: aLead() },
  {
    name: "Ideal, and asked for a demo today",
    facts: aLead({
      fields: ideal,
      events: [
        anEvent("demo_request", 0),
        pricing(1),
        pricing(1),
        pricing(2),
        anEvent("whitepaper", 46, { asset: "From paper to plan" }),
      ],
    }),
  },
  {
    name: "Ideal, but silent since the whitepaper",
    facts: aLead({ fields: ideal, events: [anEvent("whitepaper", 90, { asset: "From paper to plan" })] }),
  },
  {
    name: "Active student",
    facts: aLead({
      fields: { ...ideal, job_title: "Student", employees: null, "account.industry": null },
      events: [...Array(12).keys()].map((ago) => anEvent("page_view", ago)),
    }),
  },
  {
    name: "Half known, of another type",
    facts: aLead({ fields: { country: 31, job_title: "  ", employees: "180", is_customer: null } }),
  },
  {
    name: "Reads everything twice",
    facts: aLead({
      fields: { country: "be" },
      events: ["A", "B", "A", "B"].map((asset, i) => anEvent("whitepaper", 7 * i, { asset })),
    }),
  },
  {
    name: "Opens mails, bounces twice",
    facts: aLead({
      events: [
        ...[1, 5, 9, 13, 17, 21].map((ago) => anEvent("email_opened", ago)),
        anEvent("email_bounced", 2),
        anEvent("email_bounced", 3),
      ],
    }),
  },
  {
    name: "Glances at prices",
    facts: aLead({ fields: { country: "DE" }, events: [pricing(3, 5), pricing(3, 9), pricing(3, 10)] }),
  },
  {
    name: "Came to the fair",
    facts: aLead({ events: [anEvent("page_view", 200, { properties: { path: "/fair/stand" } })] }),
  },
  {
    name: "Came to the fair, in April",
    moment: { day: TODAY + 30, cut: null },
    facts: aLead({ events: [anEvent("page_view", 200, { properties: { path: "/fair/stand" } })] }),
  },
  {
    name: "Lifted by hand",
    facts: aLead({
      fields: ideal,
      adjustments: [
        {
          id: "1",
          axis: "engagement",
          centipoints: 33_33,
          reason: "Met at the fair",
          firstDay: TODAY - 1,
          lastDay: TODAY,
          at: startOf(TODAY - 1),
        },
      ],
    }),
  },
  { name: "Robot", facts: aLead({ events: Array.from({ length: 3000 }, (_, i) => anEvent("page_view", i % 5)) }) },
  {
    name: "Ten days ago, before the demo",
    moment: { day: TODAY - 10, cut: startOf(TODAY - 9) },
    facts: aLead({
      fields: ideal,
      changes: [
        { field: "country", value: "FR", validFrom: startOf(TODAY - 300) },
        { field: "country", value: "NL", validFrom: startOf(TODAY - 2) },
      ],
      events: [anEvent("demo_request", 1), pricing(12)],
    }),
  },
];

export function momentOf({ moment }: Case): Moment {
  return moment ?? LIVE;
}

import { type Condition, conditionSchema } from "#lib/scoring/condition.ts";
import { type Criterion, criterionSchema, type Definition, definitionSchema } from "#lib/scoring/definition.ts";

/** Fields of the generated organisation's own. */
export const DATASET_FIELDS = [
  { key: "team_size", entity: "lead", type: "number" },
  { key: "newsletter", entity: "lead", type: "boolean" },
  { key: "renewal", entity: "lead", type: "date" },
  { key: "interests", entity: "lead", type: "list" },
  { key: "campaign", entity: "lead", type: "text" },
  { key: "account.erp", entity: "account", type: "text" },
] as const;

const attribute = (key: string, points: number, condition: unknown): Criterion =>
  criterionSchema.parse({ type: "attribute", key, label: key, points, condition });

type Counting = { readonly points: number; readonly halfLifeDays: number | null; readonly maximum?: number };
type OfEvents = { readonly types: readonly string[]; readonly where?: unknown; readonly scope?: string };

const event = (key: string, counting: Counting, { scope, ...events }: OfEvents): Criterion =>
  criterionSchema.parse({ type: "event", key, label: key, ...counting, events, scope });

const burst = (key: string, count: number, withinHours: number, type: string): Criterion =>
  criterionSchema.parse({
    type: "burst",
    key,
    label: key,
    points: 8,
    halfLifeDays: 14,
    maximum: 16,
    count,
    withinHours,
    events: { types: [type] },
  });

const idle = (key: string, days: number, types: readonly string[]): Criterion =>
  criterionSchema.parse({ type: "inactivity", key, label: key, points: -6, days, events: { types } });

const where = (condition: Condition): Condition => conditionSchema.parse(condition);
const CELLS = ["A", "B", "C", "D"].flatMap((fit) => ["1", "2", "3", "4"].map((engagement) => fit + engagement));

/** The benchmark model: 8 attribute, 11 event (4 with a condition, 5 once-scoped), 3 burst and 3 inactivity criteria. */
export const DATASET_MODEL: Definition = definitionSchema.parse({
  name: "Benchmark",
  axes: {
    fit: {
      thresholds: [15, 30, 50],
      groups: [
        {
          key: "company",
          label: "Company",
          cap: 50,
          criteria: [
            attribute("industry", 20, {
              field: "account.industry",
              op: "in",
              values: ["Software", "Logistics", "Food"],
            }),
            attribute("size", 15, { field: "account.employees", op: "between", from: 50, to: 1000 }),
            attribute("country", 10, { field: "country", op: "in", values: ["Nederland", "België"] }),
          ],
        },
        {
          key: "person",
          label: "Person",
          criteria: [
            attribute("decides", 20, {
              any: ["director", "head", "ceo"].map((value) => ({ field: "job_title", op: "contains_word", value })),
            }),
            attribute("team", 10, { field: "team_size", op: "at_least", value: 25 }),
            attribute("newsletter", 5, { field: "newsletter", op: "equals", value: true }),
            attribute("renewal", 15, { field: "renewal", op: "due_within", days: 120 }),
            attribute("free_mail", -10, {
              field: "email_domain",
              op: "in",
              values: ["gmail.example", "hotmail.example"],
            }),
          ],
        },
      ],
    },
    engagement: {
      thresholds: [10, 25, 50],
      groups: [
        {
          key: "intent",
          label: "Intent",
          cap: 60,
          criteria: [
            event("demo", { points: 25, halfLifeDays: 45 }, { types: ["demo_requested"], scope: "once_per_lead" }),
            event("pricing", { points: 15, halfLifeDays: 30 }, { types: ["pricing_viewed"], scope: "once_per_asset" }),
            event(
              "form",
              { points: 12, halfLifeDays: 30 },
              { types: ["form_submitted"], where: where({ field: "form", op: "in", values: ["demo", "quote"] }) },
            ),
            event("chat", { points: 6, halfLifeDays: 21 }, { types: ["chat_started"] }),
            burst("pricing_burst", 3, 48, "pricing_viewed"),
            burst("trial_burst", 4, 24, "trial_used"),
          ],
        },
        {
          key: "interest",
          label: "Interest",
          cap: 40,
          criteria: [
            event("case", { points: 10, halfLifeDays: 60 }, { types: ["case_study_viewed"], scope: "once_per_asset" }),
            event("paper", { points: 10, halfLifeDays: 60 }, { types: ["whitepaper_read"], scope: "once_per_asset" }),
            event("webinar", { points: 5, halfLifeDays: 90 }, { types: ["webinar_joined"], scope: "once_per_lead" }),
            event("opened", { points: 0.5, halfLifeDays: 14, maximum: 6 }, { types: ["email_opened"] }),
            event(
              "page",
              { points: 1, halfLifeDays: 14, maximum: 10 },
              { types: ["page_viewed"], where: where({ field: "seconds", op: "at_least", value: 60 }) },
            ),
            event(
              "clicked",
              { points: 2, halfLifeDays: 21, maximum: 10 },
              { types: ["email_clicked"], where: where({ field: "campaign", op: "starts_with", value: "autumn" }) },
            ),
            event(
              "video",
              { points: 4, halfLifeDays: null, maximum: 12 },
              { types: ["video_played"], where: where({ field: "minutes", op: "at_least", value: 2 }) },
            ),
            burst("click_burst", 3, 72, "email_clicked"),
          ],
        },
        {
          key: "silence",
          label: "Silence",
          floor: -15,
          criteria: [
            idle("no_mail", 60, ["email_opened", "email_clicked"]),
            idle("no_sales", 180, ["pricing_viewed", "demo_requested", "form_submitted"]),
            idle("no_use", 30, ["trial_used", "chat_started"]),
          ],
        },
      ],
    },
  },
  mix: { fit: 40, engagement: 60 },
  plays: Object.fromEntries(
    CELLS.map((cell, at) => [
      cell,
      { temperature: at < 4 ? "hot" : at < 9 ? "warm" : "cold", action: "call_today", priority: at + 1 },
    ]),
  ),
  qualifies: { cells: ["A1", "A2", "B1"] },
});

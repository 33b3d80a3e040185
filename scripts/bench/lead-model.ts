import { type Definition, definitionSchema } from "#lib/scoring/definition.ts";

const text = (key: string, points: number, field: string, value: string) => ({
  type: "attribute",
  key,
  label: key,
  points,
  condition: { field, op: "equals", value },
});

const CELLS = ["A", "B", "C", "D"].flatMap((fit) => ["1", "2", "3", "4"].map((engagement) => fit + engagement));

/** Ten criteria over the columns of the generated file. */
export const BENCH_MODEL: Definition = definitionSchema.parse({
  name: "Bench",
  axes: {
    fit: {
      thresholds: [15, 35, 55],
      groups: [
        {
          key: "person",
          label: "Person",
          criteria: [
            text("ceo", 30, "job_title", "CEO"),
            text("head", 25, "job_title", "Head of Operations"),
            text("dutch", 15, "country", "Nederland"),
            text("utrecht", 5, "city", "Utrecht"),
            {
              type: "attribute",
              key: "team",
              label: "team",
              points: 20,
              condition: { field: "team_size", op: "at_least", value: 250 },
            },
            {
              type: "attribute",
              key: "budget",
              label: "budget",
              points: 15,
              condition: { field: "budget", op: "between", from: 50_000, to: 90_000 },
            },
          ],
        },
      ],
    },
    engagement: {
      thresholds: [10, 25, 45],
      groups: [
        {
          key: "interest",
          label: "Interest",
          criteria: [
            text("referral", 20, "source", "referral"),
            {
              type: "attribute",
              key: "news",
              label: "news",
              points: 10,
              condition: { field: "newsletter", op: "equals", value: true },
            },
            {
              type: "attribute",
              key: "crm",
              label: "crm",
              points: 20,
              condition: { field: "interests", op: "list_includes", value: "crm" },
            },
            {
              type: "attribute",
              key: "renewal",
              label: "renewal",
              points: 15,
              condition: { field: "renewal", op: "due_within", days: 90 },
            },
          ],
        },
      ],
    },
  },
  mix: { fit: 50, engagement: 50 },
  plays: Object.fromEntries(
    CELLS.map((cell, at) => [cell, { temperature: "warm", action: "nurture", priority: at + 1 }]),
  ),
  qualifies: { combinedAtLeast: 60 },
});

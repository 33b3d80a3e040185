import type { z } from "zod";
import { cellNames } from "../bands.ts";
import { type criterionSchema, type Definition, definitionSchema } from "../definition.ts";
import type { Catalogue } from "../facts.ts";

/** As a person writes it: defaults may be left out. */
type WrittenDefinition = z.input<typeof definitionSchema>;
export type WrittenCriterion = z.input<typeof criterionSchema>;
type WrittenAxis = WrittenDefinition["axes"]["fit"];

type Overrides = Partial<Omit<WrittenDefinition, "axes">> & {
  readonly fit?: readonly WrittenCriterion[] | Partial<WrittenAxis>;
  readonly engagement?: readonly WrittenCriterion[] | Partial<WrittenAxis>;
};

/** A complete definition around the criteria that a test is about. */
export function aDefinition({ fit = [], engagement = [], ...overrides }: Overrides = {}): Definition {
  const axes = {
    fit: anAxis("traits", fit, [25, 45, 65]),
    engagement: anAxis("behaviour", engagement, [20, 40, 60]),
  };
  return definitionSchema.parse({
    name: "Inbound",
    mix: { fit: 40, engagement: 60 },
    plays: playsFor(axes),
    qualifies: { combinedAtLeast: 60 },
    ...overrides,
    axes,
  });
}

function anAxis(
  key: string,
  written: readonly WrittenCriterion[] | Partial<WrittenAxis>,
  thresholds: number[],
): WrittenAxis {
  if (!Array.isArray(written)) return { groups: [], thresholds, ...written };
  return { groups: [{ key, label: key, criteria: [...written] }], thresholds };
}

/** One play a cell, the best cell first. */
export function playsFor(axes: Parameters<typeof cellNames>[0]): WrittenDefinition["plays"] {
  const best = cellNames(axes).flat().reverse();
  return Object.fromEntries(
    best.map((cell, place) => [cell, { temperature: "warm", action: "nurture", priority: place + 1 }]),
  );
}

export const CATALOGUE: Catalogue = {
  fields: {
    country: "text",
    job_title: "text",
    employees: "number",
    is_customer: "boolean",
    contract_ends: "date",
    interests: "list",
    "account.industry": "text",
  },
  eventTypes: ["demo_request", "page_view", "pricing_page", "whitepaper", "email_opened", "email_bounced"],
  stages: ["lead", "marketing_qualified", "recycled"],
};

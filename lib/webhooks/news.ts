import { z } from "zod";
import { CHANGE_CAUSES, REJECTION_REASONS, STAGES } from "#lib/lifecycle/constants.ts";
import { STAGE_EVENTS } from "./events.ts";

const stage = z.enum(STAGES);
const count = z.int().nonnegative();
const score = z
  .object({
    fit: z.number().describe("Points, 0 to 100, two decimals."),
    engagement: z.number().describe("Points, 0 to 100, two decimals."),
    combined: z.number().describe("Points, 0 to 100, two decimals."),
    cell: z.string().describe("As A1."),
    versionId: z.int().describe("The version of the model that gave it."),
  })
  .describe("A score as it stood at that moment.");
const scoreThen = score.nullable().describe("As it stood at that moment; null: the lead had none.");
const userId = z.int().nullable().describe("Who did it; null: no person.");
const cause = z.enum(CHANGE_CAUSES).describe("What brought it about.");
const reason = z.enum(REJECTION_REASONS).nullable();

/** What is said of each kind of event, besides the lead it is about. Part of what receivers rely on: only ever add to it. */
export const NEWS_DATA = {
  "lead.cell_changed": z.object({ cause, from: scoreThen, to: scoreThen }),
  "lead.qualified": z.object({
    stage: z.enum(["marketing_qualified", "sales_qualified"]).describe("By the score, or by sales."),
    fromStage: stage,
    cause,
    score: scoreThen,
    userId,
  }),
  "lead.accepted": z.object({ fromStage: stage, score: scoreThen, userId }),
  "lead.rejected": z.object({
    fromStage: stage,
    toStage: z.enum(["recycled", "disqualified"]).describe("Back to nurture, or given up."),
    reason,
    score: scoreThen,
    userId,
  }),
  "lead.recycled": z.object({
    fromStage: stage,
    reason,
    returnsOn: z.iso.date().nullable().describe("The first day on which the lead may be handed over again."),
    score: scoreThen,
    userId,
  }),
  "lead.sla_breached": z.object({
    dueAt: z.iso.datetime().describe("When the first touch was due."),
    ownerId: z.int().nullable().describe("Whose lead it is; null: nobody's."),
  }),
  "lead.undone": z.object({
    undoes: z.array(z.enum(STAGE_EVENTS)).describe("What does not hold any more, of the messages before."),
    stage: stage.describe("Where the lead stands again."),
    userId,
  }),
  "leads.moved": z.object({
    cause: z.enum(["publish", "return", "models", "day", "import", "account", "naming", "zone"]),
    generationId: z.int().nullable().describe("The set of scores in force since; null: the same as before."),
    moved: count.describe("Leads in another cell than before."),
    qualified: count.describe("Leads that newly qualify."),
    moves: z
      .array(z.object({ from: z.string().nullable(), to: z.string().nullable(), leads: count }))
      .describe("From which cell to which, most leads first; null: no score."),
  }),
  "version.published": z.object({
    modelId: z.int(),
    versionId: z.int(),
    number: z.int().describe("Counts the versions of the model."),
    returnsToVersionId: z.int().nullable().describe("The earlier version that it brings back."),
    userId,
  }),
} as const;

export type NewsData<T extends keyof typeof NEWS_DATA = keyof typeof NEWS_DATA> = z.infer<(typeof NEWS_DATA)[T]>;

/** Something that endpoints may want to hear. */
export type News = {
  [T in keyof typeof NEWS_DATA]: {
    readonly type: T;
    /** null: it is about no single lead. */
    readonly leadId: number | null;
    readonly at: Date;
    readonly data: NewsData<T>;
  };
}[keyof typeof NEWS_DATA];

/** News of a change of stage. */
export type StageNews = Extract<News, { readonly type: (typeof STAGE_EVENTS)[number] }>;

export type ToldScore = z.infer<typeof score>;

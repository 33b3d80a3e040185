import { z } from "zod";
import { type Label, labelSchema } from "#lib/scoring/definition.ts";
import { FRAMEWORK_ITEMS, FRAMEWORKS, type Framework, USUAL_FRAMEWORK } from "./frameworks.ts";

/** More questions than this nobody asks in a call. */
export const MOST_OWN_ITEMS = 20;

/** A question of the organisation's own; its key never comes back for another one. */
export const ownItemSchema = z.strictObject({ key: z.string().regex(/^own_\d+_\d+$/), label: labelSchema });
export const ownItemsSchema = z.array(ownItemSchema).max(MOST_OWN_ITEMS);
export type OwnItem = z.infer<typeof ownItemSchema>;

/** As somebody writes a checklist: a question without a key is a new one. */
export const newChecklistSchema = z
  .strictObject({
    framework: z.enum(FRAMEWORKS),
    own: z.array(z.strictObject({ key: ownItemSchema.shape.key.nullable(), label: labelSchema })).max(MOST_OWN_ITEMS),
  })
  .refine(({ framework, own }) => framework !== "own" || own.length > 0, { path: ["own"], message: "required" })
  .refine(({ own }) => new Set(own.flatMap(({ key }) => key ?? [])).size === own.filter(({ key }) => key).length, {
    path: ["own"],
    message: "invalid",
  });
export type NewChecklist = z.infer<typeof newChecklistSchema>;

export type ChecklistItem = {
  readonly key: string;
  /** null: worded by the catalogue under `qualification.items` of the framework. */
  readonly label: Label | null;
};

/** What is asked of the leads of a model. The own questions are kept while another framework is chosen. */
export type Checklist = {
  readonly framework: Framework;
  readonly own: readonly OwnItem[];
};

export const USUAL_CHECKLIST: Checklist = { framework: USUAL_FRAMEWORK, own: [] };

/** The items of a checklist in the order in which they are asked. */
export function itemsOf({ framework, own }: Checklist): readonly ChecklistItem[] {
  return framework === "own" ? own : FRAMEWORK_ITEMS[framework].map((key) => ({ key, label: null }));
}

type Written = Pick<NewChecklist, "own"> & {
  readonly modelId: number;
  /** The number of the next new question: no number is given twice. */
  readonly nextNumber: number;
};

/** The questions with a key each, and the number after the last one given. */
export function numberItems({ own, modelId, nextNumber }: Written): { own: OwnItem[]; nextNumber: number } {
  let next = nextNumber;
  return {
    own: own.map(({ key, label }) => ({ key: key ?? `own_${modelId}_${next++}`, label })),
    nextNumber: next,
  };
}

import { z } from "zod";

/** As long as an asset or an event's own name may be: longer ones are cut when they are stored. */
export const LONGEST_NAME = 300;

const name = z.string().trim().min(1).max(LONGEST_NAME);

const namingRuleSchema = z.strictObject({
  /** The name under which events are stored: a tracker's own ("Demo Requested"), `page_viewed` for pages. */
  name,
  /** Of which assets, for a page its path; `*` stands for any characters. null: whatever no such rule takes. */
  asset: name.nullable(),
  /** The key of the event type as which they count. */
  type: name,
});

/**
 * Which stored events count as which type. Rules look at the name an event is stored under and never at a type:
 * nothing is renamed twice. What no rule takes counts under its own name.
 */
export const namingSchema = z.array(namingRuleSchema.readonly()).max(2000).readonly();

export type Naming = z.infer<typeof namingSchema>;
export type NamingRule = Naming[number];

export const NO_NAMING: Naming = [];

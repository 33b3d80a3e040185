import { z } from "zod";

const moveSchema = z.object({ from: z.string().nullable(), to: z.string().nullable(), leads: z.int() });

/** What `generations.moves` holds: how many leads a pass moved from which cell to which, null for no score; most first. */
export const movesSchema = z.array(moveSchema);

export type CellMove = z.infer<typeof moveSchema>;

/** What a pass did to the leads, in one look. */
export type PassSummary = {
  /** When its scores came into force. */
  readonly at: Date;
  readonly moves: readonly CellMove[];
  /** Leads in another cell than before. */
  readonly moved: number;
  /** Leads that became MQL by it. */
  readonly qualified: number;
};

export function summarize({
  at,
  moves,
  qualified,
}: {
  readonly at: Date;
  readonly moves: unknown;
  readonly qualified: number;
}): PassSummary {
  const parsed = movesSchema.parse(moves);
  return { at, moves: parsed, moved: parsed.reduce((sum, { leads }) => sum + leads, 0), qualified };
}

import { z } from "zod";

/** The list from which a lead was opened, and how far its reader walked from there. */
export const listTrailSchema = z.object({
  list: z.enum(["today", "leads", "matrix"]),
  /** Path and query of the list, without the selected lead. */
  address: z.string(),
  /** In the order of the list. */
  leadIds: z.array(z.int()),
  /** How many stand above the first of them. */
  above: z.int(),
  /** All that the list holds; null when they were not counted. */
  total: z.int().nullable(),
  openedId: z.int(),
  /** The lead in sight: the one that was opened, or one that was walked to from its page. */
  currentId: z.int(),
  /** In pixels. */
  scrollTop: z.number(),
});
export type ListTrail = z.infer<typeof listTrailSchema>;

/** Leads kept above and below the one that is opened. */
const MOST_EACH_WAY = 500;

/** A trail that begins at a lead; a list of thousands is kept around it only. */
export function beginTrail(trail: Omit<ListTrail, "above" | "currentId">): ListTrail {
  const place = Math.max(0, trail.leadIds.indexOf(trail.openedId));
  const above = Math.max(0, place - MOST_EACH_WAY);
  const leadIds = trail.leadIds.slice(above, place + MOST_EACH_WAY + 1);
  return { ...trail, leadIds, above, currentId: trail.openedId };
}

/** Where a lead stands on the trail (from 1) and who stand beside it; null when the reader came another way. */
export function placeOnTrail({ leadIds, above, currentId }: ListTrail, leadId: number) {
  const index = leadId === currentId ? leadIds.indexOf(leadId) : -1;
  if (index === -1) return null;
  return { place: above + index + 1, previous: leadIds[index - 1] ?? null, next: leadIds[index + 1] ?? null };
}

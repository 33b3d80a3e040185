import { type SQL, sql } from "drizzle-orm";
import { leads } from "#db/schema/index.ts";
import { seesAllLeads, type Viewer } from "#lib/access/roles.ts";

/**
 * Which rows of `leads` a viewer sees by name: reps their own and unassigned ones, marketers,
 * managers and admins all, nobody else any. Every read with names, export and stream uses it.
 */
export function visibleLeads(viewer: Viewer): SQL {
  if (seesAllLeads(viewer.role)) return sql`true`;
  if (viewer.role === "rep") return sql`(${leads.ownerId} = ${viewer.userId} or ${leads.ownerId} is null)`;
  return sql`false`;
}

import { sql } from "drizzle-orm";
import { bigint, boolean, check, index, integer, jsonb, pgTable, primaryKey, text } from "drizzle-orm/pg-core";
import { CRM_FAILURES } from "#lib/crm/crm-error.ts";
import { CRM_SYSTEMS } from "#lib/crm/door.ts";
import { CRM_SIDES } from "#lib/crm/settings.ts";
import { instant, leadId, oneOf } from "./columns.ts";

/** The CRM that leads are exchanged with; one row, or none. */
export const crmConnection = pgTable(
  "crm_connection",
  {
    id: integer("id").primaryKey().default(1),
    system: text("system", { enum: CRM_SYSTEMS }).notNull(),
    /** The account there: what was learned of one says nothing of another. */
    accountId: text("account_id").notNull(),
    accountName: text("account_name").notNull(),
    /** Sealed; null: disconnected, and forgotten. */
    token: text("token"),
    /** `crmSettingsSchema` of `lib/crm/settings.ts`. */
    settings: jsonb("settings").$type<unknown>().notNull(),
    settingsAt: instant("settings_at").notNull(),
    /** Fields and owners as the CRM last listed them. */
    fields: jsonb("fields").$type<unknown>().notNull(),
    owners: jsonb("owners").$type<unknown>().notNull(),
    /** Where to go on reading; the CRM's own words. null: from the beginning. */
    contactsCursor: text("contacts_cursor"),
    dealsCursor: text("deals_cursor"),
    connectedAt: instant("connected_at").notNull(),
    /** When to exchange again; null: not before somebody does something. */
    nextAt: instant("next_at"),
  },
  (table) => [
    check("crm_connection_single_check", sql`${table.id} = 1`),
    check("crm_connection_system_check", sql`${table.system} in (${oneOf(CRM_SYSTEMS)})`),
  ],
);

/** A contact of the CRM and the lead that it is, with what both said when they last met and what was last pushed. */
export const crmLinks = pgTable(
  "crm_links",
  {
    leadId: leadId(),
    crmId: text("crm_id").notNull(),
    /** `[here, there]` by field key. */
    seen: jsonb("seen").$type<unknown>().notNull(),
    /** A user, without a foreign key: as it stood then. */
    ownerHere: bigint("owner_here", { mode: "number" }),
    ownerThere: text("owner_there"),
    /** Whether the owner here stands, and is still to be told there. */
    isOwnerPending: boolean("is_owner_pending").notNull().default(false),
    pushedFit: integer("pushed_fit"),
    pushedEngagement: integer("pushed_engagement"),
    pushedCombined: integer("pushed_combined"),
    pushedCell: text("pushed_cell"),
    /** Why nothing is pushed to it any more; null: it is. */
    failure: text("failure", { enum: ["gone", "refused"] }),
    failureDetail: text("failure_detail"),
  },
  (table) => [
    primaryKey({ columns: [table.leadId, table.crmId] }),
    check("crm_links_failure_check", sql`${table.failure} in ('gone', 'refused')`),
  ],
);

/** What both sides changed since they last met, and which of the two counted. */
export const crmConflicts = pgTable(
  "crm_conflicts",
  {
    leadId: leadId(),
    id: bigint("id", { mode: "number" }).generatedAlwaysAsIdentity().notNull(),
    at: instant("at").notNull(),
    /** The field's key here; `owner` for the owner. */
    field: text("field").notNull(),
    before: jsonb("before").$type<unknown>(),
    here: jsonb("here").$type<unknown>(),
    there: jsonb("there").$type<unknown>(),
    winner: text("winner", { enum: CRM_SIDES }).notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.leadId, table.id] }),
    index("crm_conflicts_at_idx").on(table.at),
    check("crm_conflicts_winner_check", sql`${table.winner} in (${oneOf(CRM_SIDES)})`),
  ],
);

/** Exchanges with the CRM, newest kept. */
export const crmRuns = pgTable(
  "crm_runs",
  {
    id: bigint("id", { mode: "number" }).primaryKey().generatedAlwaysAsIdentity(),
    startedAt: instant("started_at").notNull(),
    /** null: under way, or to be gone on with. */
    finishedAt: instant("finished_at"),
    /** `crmCountsSchema` of `lib/crm/run.ts`. */
    counts: jsonb("counts").$type<unknown>().notNull(),
    failure: text("failure", { enum: CRM_FAILURES }),
    failureDetail: text("failure_detail"),
  },
  (table) => [check("crm_runs_failure_check", sql`${table.failure} in (${oneOf(CRM_FAILURES)})`)],
);

import { sql } from "drizzle-orm";
import { bigint, boolean, check, index, jsonb, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { HOLDER_KINDS } from "#lib/ingest/known.ts";
import { REFUSAL_REASONS } from "#lib/ingest/reasons.ts";
import type { FieldValue } from "#lib/scoring/facts.ts";
import { accounts } from "./accounts.ts";
import { createdAt, instant, leadId, oneOf } from "./columns.ts";
import { apiKeys } from "./keys.ts";

/**
 * Browsers of which somebody said whose they are. Without a foreign key and spread by its own key, as
 * `lead_identities`: it points to a lead as these do.
 */
export const visitors = pgTable(
  "visitors",
  {
    /** As its tracker calls it. */
    anonymousId: text("anonymous_id").primaryKey(),
    leadId: leadId(),
    joinedAt: instant("joined_at").notNull(),
  },
  (table) => [index("visitors_lead_id_idx").on(table.leadId)],
);

/** Events of those of whom nobody said yet who they are. They go to the lead when somebody does. */
export const visitorEvents = pgTable(
  "visitor_events",
  {
    kind: text("kind", { enum: HOLDER_KINDS }).notNull(),
    id: text("id").notNull(),
    /** As it will be among the lead's events. */
    eventId: uuid("event_id").notNull(),
    /** The name and the asset under which it is stored then. */
    name: text("name").notNull(),
    asset: text("asset"),
    occurredAt: instant("occurred_at").notNull(),
    receivedAt: instant("received_at").notNull(),
    claimedAt: instant("claimed_at"),
    properties: jsonb("properties").$type<Record<string, FieldValue>>(),
    /** Whether it may start the clock of a lead that only browsers told of. */
    isBelieved: boolean("is_believed").notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.kind, table.id, table.eventId] }),
    index("visitor_events_received_at_idx").on(table.receivedAt),
    check("visitor_events_kind_check", sql`${table.kind} in (${oneOf(HOLDER_KINDS)})`),
  ],
);

/** Leads that only browsers told of: what is empty may be filled by them, and clocks wait for a form that counts. */
export const claimedLeads = pgTable("claimed_leads", {
  leadId: leadId().primaryKey(),
  createdAt: createdAt(),
});

/** What trackers said of leads that no field keeps: the last of each name. */
export const leadTraits = pgTable(
  "lead_traits",
  {
    leadId: leadId(),
    /** As the tracker calls it. */
    name: text("name").notNull(),
    value: jsonb("value").$type<FieldValue>().notNull(),
    /** Since when it is so. */
    saidAt: instant("said_at").notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.leadId, table.name] }),
    index("lead_traits_name_lead_id_idx").on(table.name, table.leadId),
  ],
);

/** As `lead_traits`, of companies. */
export const accountTraits = pgTable(
  "account_traits",
  {
    accountId: bigint("account_id", { mode: "number" })
      .notNull()
      .references(() => accounts.id, { onDelete: "cascade" }),
    name: text("name").notNull(),
    value: jsonb("value").$type<FieldValue>().notNull(),
    saidAt: instant("said_at").notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.accountId, table.name] }),
    index("account_traits_name_account_id_idx").on(table.name, table.accountId),
  ],
);

/** Messages of trackers that were not taken, the newest of them. */
export const refusedMessages = pgTable(
  "refused_messages",
  {
    id: bigint("id", { mode: "number" }).primaryKey().generatedAlwaysAsIdentity(),
    at: instant("at").notNull(),
    keyId: bigint("key_id", { mode: "number" })
      .notNull()
      .references(() => apiKeys.id, { onDelete: "cascade" }),
    reason: text("reason", { enum: REFUSAL_REASONS }).notNull(),
    /** Which part of it; null: the whole. */
    field: text("field"),
    /** Its beginning, as JSON. */
    message: text("message").notNull(),
  },
  (table) => [
    index("refused_messages_key_id_id_idx").on(table.keyId, table.id),
    check("refused_messages_reason_check", sql`${table.reason} in (${oneOf(REFUSAL_REASONS)})`),
  ],
);

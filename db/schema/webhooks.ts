import { sql } from "drizzle-orm";
import { bigint, boolean, check, index, integer, jsonb, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { DELIVERY_STATES, ENDPOINT_STATES } from "#lib/webhooks/delivery-state.ts";
import { NEWS_TYPES, WEBHOOK_EVENTS } from "#lib/webhooks/events.ts";
import { createdAt, instant, oneOf } from "./columns.ts";
import { users } from "./users.ts";

/** Where news goes out to. */
export const webhookEndpoints = pgTable(
  "webhook_endpoints",
  {
    id: integer("id").primaryKey().generatedAlwaysAsIdentity(),
    name: text("name").notNull(),
    /** Of the address, to be recognised by. */
    host: text("host").notNull(),
    /** Sealed, as the secrets are. */
    address: text("address").notNull(),
    secret: text("secret").notNull(),
    /** The secret before, which signs too until then; both or neither. */
    previousSecret: text("previous_secret"),
    previousUntil: instant("previous_until"),
    events: text("events", { enum: WEBHOOK_EVENTS }).array().notNull(),
    /** Whether it is told who a lead is, besides its ids. */
    hasContact: boolean("has_contact").notNull().default(false),
    state: text("state", { enum: ENDPOINT_STATES }).notNull().default("on"),
    /** Attempts that failed since the last one that arrived, and when the first of them did. */
    failures: integer("failures").notNull().default(0),
    failingSince: instant("failing_since"),
    /** It is left alone until then. */
    restUntil: instant("rest_until"),
    createdAt: createdAt(),
    createdBy: bigint("created_by", { mode: "number" }).references(() => users.id, { onDelete: "set null" }),
  },
  (table) => [
    index("webhook_endpoints_created_by_idx").on(table.createdBy),
    check("webhook_endpoints_state_check", sql`${table.state} in (${oneOf(ENDPOINT_STATES)})`),
    check(
      "webhook_endpoints_previous_check",
      sql`(${table.previousSecret} is null) = (${table.previousUntil} is null)`,
    ),
    check("webhook_endpoints_failing_check", sql`(${table.failures} = 0) = (${table.failingSince} is null)`),
  ],
);

/** What an endpoint is to hear, written in the transaction in which it became true. */
export const webhookDeliveries = pgTable(
  "webhook_deliveries",
  {
    endpointId: integer("endpoint_id")
      .notNull()
      .references(() => webhookEndpoints.id, { onDelete: "cascade" }),
    id: bigint("id", { mode: "number" }).generatedAlwaysAsIdentity().notNull(),
    /** What receivers know it by, however often it is sent. */
    messageId: uuid("message_id").notNull().defaultRandom(),
    type: text("type", { enum: NEWS_TYPES }).notNull(),
    /** null: it is about no single lead. */
    leadId: bigint("lead_id", { mode: "number" }),
    /** When it happened. */
    at: instant("at").notNull(),
    /** `NEWS_DATA` of `lib/webhooks/news.ts`: never who the lead is. */
    data: jsonb("data").$type<unknown>().notNull(),
    state: text("state", { enum: DELIVERY_STATES }).notNull().default("waiting"),
    /** Not before. */
    dueAt: instant("due_at").notNull(),
    attempts: integer("attempts").notNull().default(0),
    firstTriedAt: instant("first_tried_at"),
    /** When the state came to be what it is. */
    changedAt: instant("changed_at").notNull(),
    /** The status of the last answer; null: there was none. */
    answer: integer("answer"),
    /** What went wrong the last time; null: it did not. */
    failure: text("failure"),
  },
  (table) => {
    const isOpen = sql`${table.state} in ('waiting', 'sending')`;
    return [
      primaryKey({ columns: [table.endpointId, table.id] }),
      index("webhook_deliveries_due_idx")
        .on(table.endpointId, table.dueAt, table.id)
        .where(sql`${table.state} = 'waiting'`),
      // Of one lead one goes after the other.
      index("webhook_deliveries_order_idx")
        .on(table.endpointId, sql`coalesce(${table.leadId}, 0)`, table.id)
        .where(isOpen),
      index("webhook_deliveries_sending_idx")
        .on(table.endpointId, table.changedAt)
        .where(sql`${table.state} = 'sending'`),
      index("webhook_deliveries_failed_idx").on(table.endpointId, table.id).where(sql`${table.state} = 'failed'`),
      index("webhook_deliveries_at_idx").on(table.at),
      index("webhook_deliveries_lead_id_idx").on(table.leadId).where(sql`${table.leadId} is not null`),
      check("webhook_deliveries_type_check", sql`${table.type} in (${oneOf(NEWS_TYPES)})`),
      check("webhook_deliveries_state_check", sql`${table.state} in (${oneOf(DELIVERY_STATES)})`),
    ];
  },
);

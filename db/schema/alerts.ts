import { sql } from "drizzle-orm";
import { bigint, check, index, integer, jsonb, pgTable, primaryKey, text, uniqueIndex } from "drizzle-orm/pg-core";
import { ALERT_CHANNELS, ALERT_KINDS, ALERT_STATES } from "#lib/alerts/kinds.ts";
import { MAIL_SECURITIES } from "#lib/outgoing/mail-security.ts";
import { instant, oneOf } from "./columns.ts";
import { users } from "./users.ts";

/** What a person is told, on one channel: a row each, so that nothing is told twice. */
export const alerts = pgTable(
  "alerts",
  {
    userId: bigint("user_id", { mode: "number" })
      .notNull()
      .references(() => users.id, { onDelete: "cascade" }),
    id: bigint("id", { mode: "number" }).generatedAlwaysAsIdentity().notNull(),
    kind: text("kind", { enum: ALERT_KINDS }).notNull(),
    /** What it is about, among those of its kind: as `clock:7:3`. */
    subject: text("subject").notNull(),
    channel: text("channel", { enum: ALERT_CHANNELS }).notNull(),
    /** null: it is about no lead, or about many. */
    leadId: bigint("lead_id", { mode: "number" }),
    /** `readCause` of `lib/alerts/kinds.ts`. */
    facts: jsonb("facts").$type<unknown>().notNull(),
    state: text("state", { enum: ALERT_STATES }).notNull(),
    raisedAt: instant("raised_at").notNull(),
    /** Not before: the end of quiet hours, or of the pause after a failure. In the app: when it may disturb. */
    dueAt: instant("due_at").notNull(),
    attempts: integer("attempts").notNull().default(0),
    /** When the state came to be what it is. */
    changedAt: instant("changed_at").notNull(),
    /** What the channel said when it went wrong the last time; null: it did not. */
    failure: text("failure"),
  },
  (table) => [
    primaryKey({ columns: [table.userId, table.id] }),
    uniqueIndex("alerts_cause_key").on(table.userId, table.kind, table.subject, table.channel),
    index("alerts_user_id_raised_at_idx").on(table.userId, table.raisedAt).where(sql`${table.channel} = 'app'`),
    index("alerts_due_at_idx").on(table.dueAt).where(sql`${table.state} in ('waiting', 'sending')`),
    index("alerts_changed_at_idx").on(table.changedAt).where(sql`${table.state} in ('failed', 'uncertain')`),
    index("alerts_raised_at_idx").on(table.raisedAt),
    index("alerts_lead_id_idx").on(table.leadId).where(sql`${table.leadId} is not null`),
    check("alerts_kind_check", sql`${table.kind} in (${oneOf(ALERT_KINDS)})`),
    check("alerts_channel_check", sql`${table.channel} in (${oneOf(ALERT_CHANNELS)})`),
    check("alerts_state_check", sql`${table.state} in (${oneOf(ALERT_STATES)})`),
  ],
);

/** What a person wants to be told, where and when; without a row it is as it comes. */
export const alertSettings = pgTable(
  "alert_settings",
  {
    userId: bigint("user_id", { mode: "number" })
      .primaryKey()
      .references(() => users.id, { onDelete: "cascade" }),
    /** `choicesSchema` of `lib/alerts/choices.ts`. */
    choices: jsonb("choices").$type<unknown>().notNull().default({}),
    /** Minutes of the local day; both or neither. */
    quietFrom: integer("quiet_from"),
    quietUntil: integer("quiet_until"),
    /** When the digest comes, in minutes of the local day. */
    digestAt: integer("digest_at").notNull().default(480),
    /** The address of a webhook, sealed; null: none. */
    webhook: text("webhook"),
  },
  (table) => [
    check("alert_settings_quiet_check", sql`(${table.quietFrom} is null) = (${table.quietUntil} is null)`),
    check(
      "alert_settings_minutes_check",
      sql`coalesce(${table.quietFrom}, 0) between 0 and 1439 and coalesce(${table.quietUntil}, 0) between 0 and 1439
        and ${table.digestAt} between 0 and 1439`,
    ),
  ],
);

/** Through which server e-mail leaves; one row, or none. */
export const mailServer = pgTable(
  "mail_server",
  {
    id: integer("id").primaryKey().default(1),
    host: text("host").notNull(),
    port: integer("port").notNull(),
    security: text("security", { enum: MAIL_SECURITIES }).notNull(),
    /** null: the server asks for no name. */
    userName: text("user_name"),
    /** Sealed; null exactly when there is no name. */
    password: text("password"),
    fromAddress: text("from_address").notNull(),
    updatedAt: instant("updated_at").notNull(),
  },
  (table) => [
    check("mail_server_single_check", sql`${table.id} = 1`),
    check("mail_server_port_check", sql`${table.port} between 1 and 65535`),
    check("mail_server_security_check", sql`${table.security} in ('tls', 'starttls', 'none')`),
    check("mail_server_password_check", sql`(${table.userName} is null) = (${table.password} is null)`),
  ],
);

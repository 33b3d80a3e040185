import { sql } from "drizzle-orm";
import { bigint, check, index, integer, pgTable, primaryKey, smallint, text, uniqueIndex } from "drizzle-orm/pg-core";
import { ROLES } from "#lib/access/roles.ts";
import { THEMES } from "#lib/access/session-user.ts";
import { TOKEN_PURPOSES } from "#lib/access/tokens.ts";
import { LOCALES } from "#lib/i18n/locales.ts";
import { createdAt, instant, oneOf } from "./columns.ts";

export const users = pgTable(
  "users",
  {
    id: bigint("id", { mode: "number" }).primaryKey().generatedAlwaysAsIdentity(),
    email: text("email").notNull(),
    name: text("name").notNull(),
    /** null until an admin gives one: such a user may sign in and sees nothing. */
    role: text("role", { enum: ROLES }),
    /** null for users who sign in elsewhere, or were invited and have not set one. */
    passwordHash: text("password_hash"),
    /** null: the browser's. */
    locale: text("locale", { enum: LOCALES }),
    theme: text("theme", { enum: THEMES }).notNull().default("system"),
    /** Calls a day. */
    dailyCapacity: integer("daily_capacity").notNull().default(25),
    /** Weekdays on which the person never works, 0 for Monday. */
    daysOff: smallint("days_off").array().notNull().default([]),
    createdAt: createdAt(),
    disabledAt: instant("disabled_at"),
  },
  (table) => [
    uniqueIndex("users_email_key").on(sql`lower(${table.email})`),
    check("users_role_check", sql`${table.role} in (${oneOf(ROLES)})`),
    check("users_locale_check", sql`${table.locale} in (${oneOf(LOCALES)})`),
    check("users_theme_check", sql`${table.theme} in (${oneOf(THEMES)})`),
    check("users_daily_capacity_check", sql`${table.dailyCapacity} between 1 and 500`),
    check("users_days_off_check", sql`${table.daysOff} <@ array[0, 1, 2, 3, 4, 5, 6]::smallint[]`),
  ],
);

/** Accounts at an OpenID Connect provider. */
export const userIdentities = pgTable(
  "user_identities",
  {
    issuer: text("issuer").notNull(),
    subject: text("subject").notNull(),
    userId: bigint("user_id", { mode: "number" })
      .notNull()
      .references(() => users.id, { onDelete: "cascade" }),
    createdAt: createdAt(),
  },
  (table) => [
    primaryKey({ columns: [table.issuer, table.subject] }),
    index("user_identities_user_id_idx").on(table.userId),
  ],
);

/** Signed-in browsers. The cookie carries the id; the table holds its hash. */
export const sessions = pgTable(
  "sessions",
  {
    idHash: text("id_hash").primaryKey(),
    userId: bigint("user_id", { mode: "number" })
      .notNull()
      .references(() => users.id, { onDelete: "cascade" }),
    createdAt: createdAt(),
    expiresAt: instant("expires_at").notNull(),
    /** The browser's when it signed in: for what is told elsewhere to users who have none of their own. */
    locale: text("locale", { enum: LOCALES }),
  },
  (table) => [
    index("sessions_user_id_idx").on(table.userId),
    index("sessions_expires_at_idx").on(table.expiresAt),
    check("sessions_locale_check", sql`${table.locale} in (${oneOf(LOCALES)})`),
  ],
);

/** One-time links: invitation, password reset, set-up of the first admin (which has no user yet). */
export const userTokens = pgTable(
  "user_tokens",
  {
    tokenHash: text("token_hash").primaryKey(),
    purpose: text("purpose", { enum: TOKEN_PURPOSES }).notNull(),
    userId: bigint("user_id", { mode: "number" }).references(() => users.id, { onDelete: "cascade" }),
    createdAt: createdAt(),
    expiresAt: instant("expires_at").notNull(),
  },
  (table) => [
    index("user_tokens_user_id_idx").on(table.userId),
    check("user_tokens_purpose_check", sql`${table.purpose} in (${oneOf(TOKEN_PURPOSES)})`),
    check("user_tokens_user_check", sql`(${table.purpose} = 'setup') = (${table.userId} is null)`),
  ],
);

/** The counters of rate-limiter-flexible, in the form it expects. */
export const rateLimits = pgTable("rate_limits", {
  key: text("key").primaryKey(),
  points: integer("points").notNull().default(0),
  expire: bigint("expire", { mode: "number" }),
});

/** The secret link by which a calendar reads a person's tasks; of the secret only the hash is kept. */
export const calendarFeeds = pgTable("calendar_feeds", {
  userId: bigint("user_id", { mode: "number" })
    .primaryKey()
    .references(() => users.id, { onDelete: "cascade" }),
  tokenHash: text("token_hash").notNull().unique("calendar_feeds_token_hash_key"),
  /** In which a person without a language of their own made it: a calendar has none. */
  locale: text("locale", { enum: LOCALES }).notNull(),
  createdAt: createdAt(),
  /** When a calendar last asked, to the hour. */
  readAt: instant("read_at"),
});

import { sql } from "drizzle-orm";
import { bigint, check, index, pgTable, text } from "drizzle-orm/pg-core";
import { KEY_KINDS } from "#lib/keys/key.ts";
import { SCOPES, type Scope } from "#lib/keys/scopes.ts";
import { createdAt, instant, oneOf } from "./columns.ts";
import { users } from "./users.ts";

/** Keys by which other programs come in. A revoked one stays, so that what it did keeps its name. */
export const apiKeys = pgTable(
  "api_keys",
  {
    id: bigint("id", { mode: "number" }).primaryKey().generatedAlwaysAsIdentity(),
    kind: text("kind", { enum: KEY_KINDS }).notNull(),
    name: text("name").notNull(),
    /** Its first letters. */
    prefix: text("prefix").notNull(),
    secretHash: text("secret_hash").notNull().unique("api_keys_secret_hash_key"),
    /** The whole key, where it is no secret. */
    publicKey: text("public_key"),
    scopes: text("scopes").array().$type<readonly Scope[]>().notNull(),
    allowedOrigins: text("allowed_origins").array().$type<readonly string[]>().notNull().default([]),
    eventTypes: text("event_types").array().$type<readonly string[]>().notNull().default([]),
    formEvents: text("form_events").array().$type<readonly string[]>().notNull().default([]),
    createdBy: bigint("created_by", { mode: "number" }).references(() => users.id, { onDelete: "set null" }),
    createdAt: createdAt(),
    /** To the minute. */
    lastUsedAt: instant("last_used_at"),
    revokedAt: instant("revoked_at"),
  },
  (table) => [
    index("api_keys_created_by_idx").on(table.createdBy),
    check("api_keys_kind_check", sql`${table.kind} in (${oneOf(KEY_KINDS)})`),
    check("api_keys_public_key_check", sql`(${table.kind} = 'browser') = (${table.publicKey} is not null)`),
    check("api_keys_scopes_check", sql`${table.scopes} <@ array[${oneOf(SCOPES)}]::text[]`),
    check("api_keys_browser_check", sql`${table.kind} <> 'browser' or ${table.scopes} = array['ingest']::text[]`),
  ],
);

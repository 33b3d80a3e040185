import { sql } from "drizzle-orm";
import { bigint, boolean, index, integer, jsonb, pgTable, primaryKey, text } from "drizzle-orm/pg-core";
import type { FieldValue } from "#lib/scoring/facts.ts";
import { createdAt, instant } from "./columns.ts";

export const accounts = pgTable(
  "accounts",
  {
    id: bigint("id", { mode: "number" }).primaryKey().generatedAlwaysAsIdentity(),
    name: text("name").notNull(),
    domain: text("domain"),
    industry: text("industry"),
    employees: integer("employees"),
    country: text("country"),
    city: text("city"),
    custom: jsonb("custom").$type<Record<string, FieldValue>>().notNull().default({}),
    createdAt: createdAt(),
    updatedAt: instant("updated_at").notNull(),
  },
  (table) => [
    // As `db/queries/lead-order.ts` sorts by company.
    index("accounts_name_idx").on(sql`lower(${table.name} collate "und-x-icu")`),
    // As `db/queries/lead-search.ts` searches.
    index("accounts_search_idx").using("gin", sql`lower(${table.name} collate "und-x-icu") gin_trgm_ops`),
  ],
);

/** What names an account: its domain, its id at the trackers, else its name without case and blanks. */
export const accountIdentities = pgTable(
  "account_identities",
  {
    kind: text("kind", { enum: ["domain", "name", "group"] }).notNull(),
    value: text("value").notNull(),
    accountId: bigint("account_id", { mode: "number" })
      .notNull()
      .references(() => accounts.id, { onDelete: "cascade" }),
  },
  (table) => [
    primaryKey({ columns: [table.kind, table.value] }),
    index("account_identities_account_id_idx").on(table.accountId),
  ],
);

/** As `lead_field_values`, for accounts. */
export const accountFieldValues = pgTable(
  "account_field_values",
  {
    accountId: bigint("account_id", { mode: "number" })
      .notNull()
      .references(() => accounts.id, { onDelete: "cascade" }),
    field: text("field").notNull(),
    validFrom: instant("valid_from").notNull(),
    value: jsonb("value").$type<FieldValue | null>(),
    isTimed: boolean("is_timed").notNull(),
  },
  (table) => [primaryKey({ columns: [table.accountId, table.field, table.validFrom] })],
);

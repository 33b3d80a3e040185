import { sql } from "drizzle-orm";
import { check, jsonb, pgTable, text } from "drizzle-orm/pg-core";
import { FIELD_ENTITIES, FIELD_TYPES } from "#lib/leads/fields.ts";
import type { Label } from "#lib/scoring/definition.ts";
import { createdAt, instant, oneOf } from "./columns.ts";

/** The organisation's own fields; the standard ones stand in `lib/leads/fields.ts`. */
export const fieldDefinitions = pgTable(
  "field_definitions",
  {
    /** As conditions name it: `utm_campaign`, `account.erp`. */
    key: text("key").primaryKey(),
    entity: text("entity", { enum: FIELD_ENTITIES }).notNull(),
    type: text("type", { enum: FIELD_TYPES }).notNull(),
    label: jsonb("label").$type<Label>().notNull(),
    createdAt: createdAt(),
  },
  (table) => [
    check("field_definitions_entity_check", sql`${table.entity} in (${oneOf(FIELD_ENTITIES)})`),
    check("field_definitions_type_check", sql`${table.type} in (${oneOf(FIELD_TYPES)})`),
  ],
);

/**
 * What people may note on a lead, as the organisation's own list: the values of the field `flags`. A
 * name stays as it is, since models ask for it; one that is out of use stays on the leads that have it.
 */
export const flags = pgTable("flags", {
  name: text("name").primaryKey(),
  createdAt: createdAt(),
  retiredAt: instant("retired_at"),
});

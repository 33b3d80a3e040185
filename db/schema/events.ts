import { sql } from "drizzle-orm";
import { bigint, boolean, index, integer, jsonb, pgTable, primaryKey, text, unique, uuid } from "drizzle-orm/pg-core";
import type { Naming } from "#lib/naming/naming.ts";
import type { Label } from "#lib/scoring/definition.ts";
import type { FieldValue } from "#lib/scoring/facts.ts";
import { createdAt, instant, leadId, localDay } from "./columns.ts";
import { users } from "./users.ts";

/** Where facts come from: an import, the API, a connected system. */
export const sources = pgTable("sources", {
  id: integer("id").primaryKey().generatedAlwaysAsIdentity(),
  key: text("key").notNull().unique("sources_key_key"),
  createdAt: createdAt(),
});

/** Types of events, and the names under which events are stored: a naming says which counts as which. */
export const eventTypes = pgTable("event_types", {
  id: integer("id").primaryKey().generatedAlwaysAsIdentity(),
  /** As selectors name it: `pricing_page_viewed`. */
  key: text("key").notNull().unique("event_types_key_key"),
  /** A name that a tracker uses, which nobody has said to be a type of events: models are not offered it. */
  isRaw: boolean("is_raw").notNull().default(false),
  label: jsonb("label").$type<Label>().notNull(),
  createdAt: createdAt(),
});

/** Which stored events count as which type, as it was said at a time. The newest holds from the pass that it asks for. */
export const namings = pgTable(
  "namings",
  {
    id: integer("id").primaryKey().generatedAlwaysAsIdentity(),
    rules: jsonb("rules").$type<Naming>().notNull(),
    createdAt: createdAt(),
    createdBy: bigint("created_by", { mode: "number" }).references(() => users.id, { onDelete: "set null" }),
  },
  (table) => [index("namings_created_by_idx").on(table.createdBy)],
);

/** What events are about: a page, a document, a campaign. */
export const assets = pgTable("assets", {
  id: bigint("id", { mode: "number" }).primaryKey().generatedAlwaysAsIdentity(),
  name: text("name").notNull().unique("assets_name_key"),
});

/**
 * What events of a type said, once each: a pass asks its conditions of these few, and reads a number of
 * each event instead of a text. Of every type only so many, and only short ones: see `MOST_SETS_A_TYPE`.
 */
export const propertySets = pgTable(
  "property_sets",
  {
    id: integer("id").primaryKey().generatedAlwaysAsIdentity(),
    typeId: integer("type_id")
      .notNull()
      .references(() => eventTypes.id),
    /** The properties as JSON, in the order of their sender. */
    text: text("text").notNull(),
    /** Which of its type's sets it is: the highest says how many there are without counting them. */
    n: integer("n").notNull().default(0),
  },
  (table) => [
    unique("property_sets_type_id_text_key").on(table.typeId, table.text),
    index("property_sets_type_id_n_idx").on(table.typeId, table.n),
  ],
);

/** Whatever a pass asks for stands before the rest: PostgreSQL finds its way to a column past all before it. */
export const events = pgTable(
  "events",
  {
    leadId: leadId(),
    /** Made of the source and the event's own id, or of what it says and its occurrence number: see `lib/events/identity.ts`. */
    id: uuid("id").notNull(),
    typeId: integer("type_id")
      .notNull()
      .references(() => eventTypes.id),
    sourceId: integer("source_id")
      .notNull()
      .references(() => sources.id),
    occurredAt: instant("occurred_at").notNull(),
    assetId: bigint("asset_id", { mode: "number" }).references(() => assets.id),
    /** The set that says the same as `properties`; null where there is none. No foreign key: sets are never removed, and each event would pay. */
    propertySetId: integer("property_set_id"),
    /** Local day of `occurred_at` in the organisation's zone. */
    day: localDay("day").notNull(),
    receivedAt: instant("received_at").notNull(),
    /** The time the sender claimed, when it lay ahead of the arrival; null otherwise. */
    claimedAt: instant("claimed_at"),
    /** When the event was joined to this lead; null: on arrival. */
    joinedAt: instant("joined_at"),
    properties: jsonb("properties").$type<Record<string, FieldValue>>(),
  },
  (table) => [
    primaryKey({ columns: [table.leadId, table.id] }),
    index("events_type_id_idx").on(table.typeId),
    // Whether there are any: a pass that knows of none need not ask for what they said.
    index("events_unnamed_idx")
      .on(table.typeId)
      .where(sql`${table.propertySetId} is null and ${table.properties} is not null`),
  ],
);

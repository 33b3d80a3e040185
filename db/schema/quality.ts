import { sql } from "drizzle-orm";
import { bigint, check, index, integer, jsonb, pgTable, text } from "drizzle-orm/pg-core";
import { BOUNCE_KINDS } from "#lib/data-quality/settings.ts";
import { instant, localDay, oneOf } from "./columns.ts";
import { users } from "./users.ts";

/** How good the data were, one row a day of the organisation; the newest measurement of a day stays. */
export const qualityDays = pgTable("quality_days", {
  day: localDay("day").primaryKey(),
  madeAt: instant("made_at").notNull(),
  /** `figuresSchema` of `lib/data-quality/report.ts`. */
  figures: jsonb("figures").$type<unknown>().notNull(),
  /** `toMendSchema`; of the newest day only. */
  toMend: jsonb("to_mend").$type<unknown>(),
});

/** What a team asks of its data; the newest row counts. Append-only. */
export const qualitySettings = pgTable(
  "quality_settings",
  {
    id: integer("id").primaryKey().generatedAlwaysAsIdentity(),
    /** null: the fields that the models in force score on. */
    requiredFields: text("required_fields").array(),
    /** What tells that e-mail came back: events of a type, or a field of the lead; both or neither. */
    bounceKind: text("bounce_kind", { enum: BOUNCE_KINDS }),
    bounceKey: text("bounce_key"),
    setBy: bigint("set_by", { mode: "number" }).references(() => users.id, { onDelete: "set null" }),
    setAt: instant("set_at").notNull(),
  },
  (table) => [
    index("quality_settings_set_by_idx").on(table.setBy),
    check("quality_settings_bounce_kind_check", sql`${table.bounceKind} in (${oneOf(BOUNCE_KINDS)})`),
    check("quality_settings_bounce_check", sql`(${table.bounceKind} is null) = (${table.bounceKey} is null)`),
  ],
);

import { sql } from "drizzle-orm";
import { bigint, boolean, check, index, integer, jsonb, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { IMPORT_KINDS, IMPORT_STATUSES } from "#lib/import/constants.ts";
import { FIELD_ENTITIES } from "#lib/leads/fields.ts";
import { createdAt, instant, leadId, oneOf } from "./columns.ts";
import { users } from "./users.ts";

export const imports = pgTable(
  "imports",
  {
    id: bigint("id", { mode: "number" }).primaryKey().generatedAlwaysAsIdentity(),
    kind: text("kind", { enum: IMPORT_KINDS }).notNull(),
    status: text("status", { enum: IMPORT_STATUSES }).notNull(),
    isDryRun: boolean("is_dry_run").notNull(),
    fileName: text("file_name").notNull(),
    /** Where the bytes lie: an upload in the data folder, or the file named on the command line. */
    filePath: text("file_path").notNull(),
    fileBytes: bigint("file_bytes", { mode: "number" }).notNull(),
    fileSha256: text("file_sha256").notNull(),
    /** How the file is to be read and what its columns mean; parsed with zod when read. */
    mapping: jsonb("mapping").$type<unknown>().notNull(),
    /** Records read and written so far: where an import that was killed goes on. */
    recordsRead: bigint("records_read", { mode: "number" }).notNull().default(0),
    bytesRead: bigint("bytes_read", { mode: "number" }).notNull().default(0),
    report: jsonb("report").$type<unknown>(),
    failure: text("failure"),
    createdBy: bigint("created_by", { mode: "number" }).references(() => users.id, { onDelete: "set null" }),
    createdAt: createdAt(),
    startedAt: instant("started_at"),
    finishedAt: instant("finished_at"),
    /** Beats while a process works on it; an old one means that the process is gone. */
    heartbeatAt: instant("heartbeat_at"),
  },
  (table) => [
    index("imports_created_at_idx").on(table.createdAt),
    index("imports_created_by_idx").on(table.createdBy),
    check("imports_kind_check", sql`${table.kind} in (${oneOf(IMPORT_KINDS)})`),
    check("imports_status_check", sql`${table.status} in (${oneOf(IMPORT_STATUSES)})`),
  ],
);

/** Rows of a file that were not taken, as they stood in it. */
export const importRejections = pgTable(
  "import_rejections",
  {
    importId: bigint("import_id", { mode: "number" })
      .notNull()
      .references(() => imports.id, { onDelete: "cascade" }),
    /** Line of the file on which the record begins, from 1. */
    lineNumber: integer("line_number").notNull(),
    columnName: text("column_name"),
    value: text("value"),
    /** A code of the catalogue under `import.reasons`. */
    reason: text("reason").notNull(),
    record: jsonb("record").$type<string[]>().notNull(),
  },
  (table) => [primaryKey({ columns: [table.importId, table.lineNumber] })],
);

/**
 * What the rows of a running import say of leads and accounts that were there before them, folded in
 * the order of the file. Applied when the file is read, so that a value which a later row takes back
 * never was one.
 */
export const importPending = pgTable(
  "import_pending",
  {
    importId: bigint("import_id", { mode: "number" })
      .notNull()
      .references(() => imports.id, { onDelete: "cascade" }),
    entity: text("entity", { enum: FIELD_ENTITIES }).notNull(),
    subjectId: bigint("subject_id", { mode: "number" }).notNull(),
    change: jsonb("change").$type<unknown>().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.importId, table.entity, table.subjectId] }),
    check("import_pending_entity_check", sql`${table.entity} in (${oneOf(FIELD_ENTITIES)})`),
  ],
);

/** How often events that say the same of the same lead stood in the file of a running import so far. */
export const importOccurrences = pgTable(
  "import_occurrences",
  {
    importId: bigint("import_id", { mode: "number" })
      .notNull()
      .references(() => imports.id, { onDelete: "cascade" }),
    leadId: leadId(),
    /** The id of the first of them. */
    eventId: uuid("event_id").notNull(),
    occurrences: integer("occurrences").notNull(),
  },
  (table) => [primaryKey({ columns: [table.importId, table.leadId, table.eventId] })],
);

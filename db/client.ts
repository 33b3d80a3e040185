import type { ExtractTablesWithRelations } from "drizzle-orm";
import type { PostgresJsDatabase, PostgresJsTransaction } from "drizzle-orm/postgres-js";
import { parseEnv } from "#lib/env.ts";
import { asDatabase } from "./as-database.ts";
import { openConnections } from "./connections.ts";
import type * as schema from "./schema/index.ts";

type Schema = typeof schema;
export type Database = PostgresJsDatabase<Schema>;
/** What queries and mutations take last: the database, or a transaction of it. */
export type Executor = Database | PostgresJsTransaction<Schema, ExtractTablesWithRelations<Schema>>;

/** Programs call `openDatabase` before they load this file, which sets DATABASE_URL; a build has none and never queries. */
const url = parseEnv(process.env).DATABASE_URL ?? "postgres://database-url-is-not-set.invalid/voorrang";

export const client = openConnections(url);

export const db: Database = asDatabase(client);

/** A database and its address, for work that needs connections of its own beside the pool. */
export type Store = { readonly url: string; readonly db: Database };
export const store: Store = { url, db };

import type { SQL } from "drizzle-orm";
import { PgDialect } from "drizzle-orm/pg-core";
import type { Executor } from "./client.ts";

const dialect = new PgDialect();

/**
 * Runs a statement that each connection plans once, and gives its rows as they come from the driver.
 * For statements that are run often and whose text never varies: values go in as parameters, lists as
 * one parameter.
 */
export async function executePrepared<Row extends Record<string, unknown>>(
  statement: SQL,
  executor: Executor,
): Promise<readonly Row[]> {
  const query = executor._.session.prepareQuery<{ execute: readonly Row[]; all: unknown; values: unknown }>(
    dialect.sqlToQuery(statement),
    undefined,
    "prepared",
    false,
  );
  return query.execute();
}

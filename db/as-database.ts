import { drizzle, type PostgresJsDatabase } from "drizzle-orm/postgres-js";
import type { Connections } from "./connections.ts";
import * as schema from "./schema/index.ts";

export function asDatabase({ sql }: Connections): PostgresJsDatabase<typeof schema> {
  return drizzle(sql, { schema });
}

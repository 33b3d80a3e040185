import { drizzle } from "drizzle-orm/postgres-js";
import type { Database } from "./client.ts";
import type { Connections } from "./connections.ts";
import * as schema from "./schema/index.ts";

export function asDatabase({ sql }: Connections): Database {
  return drizzle(sql, { schema });
}

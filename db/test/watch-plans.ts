import { drizzle } from "drizzle-orm/postgres-js";
import postgres from "postgres";
import * as schema from "#db/schema/index.ts";

type Asked = { readonly query: string; readonly params: readonly unknown[] };

/** A database whose statements are seen, to ask for the plan of the last one. */
export function watchPlans({ url }: { readonly url: string }) {
  const asked: Asked[] = [];
  const client = postgres(url, { max: 2, onnotice: () => {} });
  const logger = { logQuery: (query: string, params: unknown[]) => void asked.push({ query, params }) };

  /** Of the last statement with a text in it, a line a node. */
  async function planOfLast({ like = "", isRun = false } = {}): Promise<string> {
    const last = asked.findLast(({ query }) => query.includes(like));
    if (!last) throw new Error("Nothing was asked.");
    const values = last.params.map((value) => (typeof value === "number" ? value : String(value)));
    const ask = `explain ${isRun ? "analyze " : ""}${last.query}`;
    const rows = await client.unsafe<{ "QUERY PLAN": string }[]>(ask, values);
    return rows.map((row) => row["QUERY PLAN"]).join("\n");
  }
  return { store: { url, db: drizzle(client, { schema, logger }) }, client, planOfLast, end: () => client.end() };
}

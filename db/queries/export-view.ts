import { type SQL, sql } from "drizzle-orm";
import { db, type Executor } from "#db/client.ts";
import { BI_VIEWS, type BiView } from "#lib/bi/views.ts";

const BATCH = 5_000;

/** All rows of a view for reports, in the order of its key: the names of its columns first, then the values as text. */
export async function* exportView(
  { view }: { readonly view: BiView },
  executor: Executor = db,
): AsyncGenerator<readonly (string | null)[]> {
  const { key, columns } = BI_VIEWS[view];
  const names = Object.keys(columns);
  yield names;
  const texts = Object.entries(columns).map(([name, kind]) => (kind === "instant" ? isoText(name) : plainText(name)));
  const order = sql.join(key.map(column), sql`, `);
  for (let last: readonly unknown[] | null = null; ; ) {
    const isBehind: SQL = last === null ? sql`true` : sql`(${order}) > (${sql.join(last.map(literal), sql`, `)})`;
    const rows: readonly Row[] = await executor.execute<Row>(sql`
      select array[${sql.join(texts, sql`, `)}] as values, array[${sql.join(key.map(plainText), sql`, `)}] as place
      from bi.${sql.identifier(view)} where ${isBehind} order by ${order} limit ${BATCH}`);
    for (const { values } of rows) yield values;
    const end = rows.at(-1);
    if (!end || rows.length < BATCH) return;
    last = end.place;
  }
}

type Row = { readonly values: (string | null)[]; readonly place: string[] };

function column(name: string): SQL {
  return sql`${sql.identifier(name)}`;
}

function plainText(name: string): SQL {
  return sql`${column(name)}::text`;
}

function isoText(name: string): SQL {
  return sql`to_char(${column(name)} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;
}

/** A part of a key: whole numbers, but for ids that are a source's text. */
function literal(part: unknown): SQL {
  return sql`${part}`;
}

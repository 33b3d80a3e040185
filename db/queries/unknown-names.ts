import { sql } from "drizzle-orm";
import { db, type Executor } from "#db/client.ts";
import { executePrepared } from "#db/prepared.ts";
import { events } from "#db/schema/index.ts";
import { openNamer } from "#lib/naming/namer.ts";
import { PAGE_VIEWED, SCREEN_VIEWED } from "#lib/naming/raw-event.ts";
import { suggestType } from "#lib/naming/suggest.ts";
import type { NamingView, UnknownName } from "#lib/naming/view.ts";
import { listEventTypes } from "./event-types.ts";
import { findNewestNaming } from "./naming.ts";
import { newestRows } from "./newest-rows.ts";
import { listUsedEventTypes } from "./used-event-types.ts";

/** Read in a tenth of a second, and about a quarter of a million events. */
const NEWEST_BLOCKS = 4096;
const MOST_GROUPS = 5000;
const MOST_SHOWN = 30;

/** What is said of event names, and of which names and pages nothing is, those most seen of late first. */
export async function readNamingView(executor: Executor = db): Promise<NamingView> {
  const [{ namingId, naming }, types, usedTypes, seen, rawNames] = await Promise.all([
    findNewestNaming(executor),
    listEventTypes(executor),
    listUsedEventTypes(executor),
    countNewest(executor),
    listRawNames(executor),
  ]);
  const namer = openNamer(naming);
  const keys = types.map(({ key }) => key);
  const isNamed = (name: string) => naming.some((rule) => rule.name === name && rule.asset === null);
  const lately = new Map(seen.filter(({ asset }) => asset === null).map((each) => [each.name, each] as const));
  const names = rawNames
    .filter((name) => !isNamed(name))
    .map((name) => lately.get(name) ?? { name, asset: null, count: 0, lastAt: null });
  const pages = seen.filter(({ name, asset }) => asset !== null && !namer.assetTypesOf(name)?.typeOf(asset));
  return {
    namingId,
    naming,
    types,
    usedTypes,
    names: suggest(names),
    pages: suggest(pages),
    counted: seen.reduce((sum, { count }) => sum + count, 0),
  };

  /** Pages that one rule would take stand as one. */
  function suggest(unknown: readonly Seen[]): UnknownName[] {
    const together = new Map<string, UnknownName>();
    for (const each of unknown) {
      const suggestion = suggestType(each, keys);
      const asset = suggestion?.asset ?? each.asset;
      const key = JSON.stringify([each.name, asset]);
      const known = together.get(key);
      const count = each.count + (known?.count ?? 0);
      const lastAt = Math.max(each.lastAt ?? 0, known?.lastAt ?? 0) || null;
      together.set(key, { name: each.name, asset, count, lastAt, suggestion });
    }
    return [...together.values()]
      .toSorted((one, other) => other.count - one.count || (other.lastAt ?? 0) - (one.lastAt ?? 0))
      .slice(0, MOST_SHOWN);
  }
}

type Seen = Omit<UnknownName, "suggestion">;

async function countNewest(executor: Executor): Promise<Seen[]> {
  const newest = await newestRows({ table: events, blocks: NEWEST_BLOCKS }, executor);
  const rows = await executor.execute<{ name: string; asset: string | null; count: number; last: string }>(sql`
    select type.key as name, assets.name as asset, counted.count::int, counted.last
    from (
      select type_id, case when type_id = any(array(select id from event_types where key in (${PAGE_VIEWED}, ${SCREEN_VIEWED})))
          then asset_id end as asset_id,
        count(*) as count, max(received_at) as last
      from events where ${newest}
      group by 1, 2 order by count desc limit ${MOST_GROUPS}
    ) counted
    join event_types type on type.id = counted.type_id
    left join assets on assets.id = counted.asset_id`);
  return rows.map(({ last, ...row }) => ({ ...row, lastAt: new Date(last).getTime() }));
}

async function listRawNames(executor: Executor): Promise<string[]> {
  const rows = await executePrepared<{ key: string }>(
    sql`select key from event_types where is_raw order by key limit ${MOST_GROUPS}`,
    executor,
  );
  return rows.map(({ key }) => key);
}

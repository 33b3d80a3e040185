import type { ImportSession } from "./session.ts";

type Counted = { readonly leadId: number; readonly eventId: string };

/**
 * Which occurrence each event is, from 1, of those of its lead that say the same in the file so far,
 * and remembers it for the rows to come; null for events that have an id of their own.
 */
export async function countOccurrences(
  events: readonly (Counted | null)[],
  { client, importId }: ImportSession,
): Promise<(number | null)[]> {
  const counted = events.filter((event) => event !== null);
  if (counted.length === 0) return events.map(() => null);
  const distinct = [...new Map(counted.map((event) => [keyOf(event), event])).values()];
  const asked = [importId, distinct.map(({ leadId }) => leadId), distinct.map(({ eventId }) => eventId)];
  const { rows } = await client.query<{ n: string; occurrences: number }>({
    name: "read_occurrences",
    text: `
      select asked.n, known.occurrences
      from unnest($2::bigint[], $3::uuid[]) with ordinality as asked (lead_id, event_id, n)
      join import_occurrences known on (known.import_id, known.lead_id, known.event_id) = ($1, asked.lead_id, asked.event_id)`,
    values: asked,
  });
  const counts = new Map<string, number>();
  for (const { n, occurrences } of rows) {
    const event = distinct[Number(n) - 1];
    if (event) counts.set(keyOf(event), occurrences);
  }
  const numbers = events.map((event) => {
    if (event === null) return null;
    const occurrence = (counts.get(keyOf(event)) ?? 0) + 1;
    counts.set(keyOf(event), occurrence);
    return occurrence;
  });
  await client.query({
    name: "write_occurrences",
    text: `
      insert into import_occurrences (import_id, lead_id, event_id, occurrences)
      select $1, * from unnest($2::bigint[], $3::uuid[], $4::int[])
      on conflict (import_id, lead_id, event_id) do update set occurrences = excluded.occurrences`,
    values: [...asked, distinct.map((event) => counts.get(keyOf(event)) ?? 0)],
  });
  return numbers;
}

function keyOf({ leadId, eventId }: Counted): string {
  return `${leadId} ${eventId}`;
}

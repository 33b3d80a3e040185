import { readNumberCursor, readPairCursor, writeCursor } from "#lib/api/cursor.ts";
import { ok, type Result, refuse } from "#lib/result.ts";

type Asked = { readonly cursor?: string | undefined; readonly limit: number };
type Page<Shape> = { readonly data: Shape[]; readonly next: string | null };

type Listing<After, Row, Shape> = {
  /** Up to so many rows behind a place; null: from the first on. */
  readonly list: (place: { readonly after: After | null; readonly limit: number }) => Promise<readonly Row[]>;
  readonly show: (row: Row) => Shape;
};

/** A part of a list whose place is a number. */
export function pageByNumber<Row, Shape>(
  { cursor, limit }: Asked,
  listing: Listing<number, Row, Shape> & { readonly keyOf: (row: Row) => number },
): Promise<Result<Page<Shape>>> {
  const after = cursor === undefined ? null : readNumberCursor(cursor);
  if (cursor !== undefined && after === null) return Promise.resolve(notACursor());
  return read({ after, limit }, listing, (row) => [listing.keyOf(row)]);
}

/** A part of a list whose place is a lead and a text within it. */
export function pageByPair<Row, Shape>(
  { cursor, limit }: Asked,
  listing: Listing<{ readonly leadId: number; readonly id: string }, Row, Shape> & {
    readonly keyOf: (row: Row) => readonly [number, string];
    /** Whether a text may be such a place at all. */
    readonly isPlace: (id: string) => boolean;
  },
): Promise<Result<Page<Shape>>> {
  const place = cursor === undefined ? null : readPairCursor(cursor);
  if (cursor !== undefined && !(place && listing.isPlace(place.second))) return Promise.resolve(notACursor());
  return read({ after: place && { leadId: place.first, id: place.second }, limit }, listing, listing.keyOf);
}

async function read<After, Row, Shape>(
  { after, limit }: { readonly after: After | null; readonly limit: number },
  { list, show }: Listing<After, Row, Shape>,
  keyOf: (row: Row) => readonly (number | string)[],
): Promise<Result<Page<Shape>>> {
  // One more than asked for says whether there are more.
  const rows = await list({ after, limit: limit + 1 });
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  return ok({
    data: shown.map(show),
    next: rows.length > limit && last !== undefined ? writeCursor(keyOf(last)) : null,
  });
}

function notACursor() {
  return refuse("invalid_input", { fields: { cursor: "not_a_cursor" } });
}

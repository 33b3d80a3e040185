type Page<Row, Cursor> = { readonly rows: readonly Row[]; readonly next: Cursor | null };

/** Every row of a list that is read page by page, as it comes. */
export async function* allRows<Row, Cursor>(
  read: (after: Cursor | null) => Promise<Page<Row, Cursor>>,
): AsyncGenerator<Row> {
  let after: Cursor | null = null;
  do {
    const page: Page<Row, Cursor> = await read(after);
    yield* page.rows;
    after = page.next;
  } while (after !== null);
}

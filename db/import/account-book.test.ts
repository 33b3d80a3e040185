import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { copyLines } from "#db/copy-lines.ts";
import { createImport } from "#db/mutations/create-import.ts";
import { createTestDatabase, type TestDatabase } from "#db/test/database.ts";
import { mappingSchema } from "#lib/import/mapping.ts";
import type { AccountRow } from "#lib/import/row.ts";
import { AccountBook } from "./account-book.ts";
import { prepareAccounts } from "./account-changes.ts";
import { type ImportConnections, type ImportSession, openConnections } from "./session.ts";

let store: TestDatabase;
let connections: ImportConnections;
let session: ImportSession;
const arrived = new Date("2026-03-12T09:00:00Z");
const zones = { fileZone: "UTC", localZone: "UTC" };

beforeAll(async () => {
  store = await createTestDatabase();
  const mapping = mappingSchema.parse({ kind: "leads", columns: [] });
  const file = { fileName: "x.csv", filePath: "/nowhere", fileBytes: 1, fileSha256: "0", mapping };
  const importId = await createImport({ ...file, status: "queued", createdBy: null, at: arrived }, store.db);
  connections = await openConnections(store, { isDry: false });
  session = { store, ...connections, importId, isDry: false, arrived, source: "test", zones };
});
afterAll(async () => {
  await connections.end();
  await store.drop();
});

const company = (name: string, values: AccountRow["values"] = {}): AccountRow => ({
  values: { "account.name": name, ...values },
});

describe("a book that remembers next to nothing", () => {
  it("finds companies again, and loses nothing of what batches on their way say of them", async () => {
    const book = new AccountBook(session, 1);
    const [acme, birch] = await book.resolve([company("Acme", { "account.employees": 1 }), company("Birch")]);
    const first = book.take();
    expect(first.made.map(({ id }) => id)).toEqual([acme, birch]);
    await copyLines(connections.client, prepareAccounts(first, session));

    expect(await book.resolve([company("ACME", { "account.employees": 2 })])).toEqual([acme]);
    expect(book.take().said).toEqual([{ subjectId: acme, change: { "account.employees": 2 } }]);
    // The batch before is not written yet: only the book knows what it says.
    expect(await book.resolve([company("Acme", { "account.city": "Ede" }), company("Cedar")])).toContain(acme);
    const third = book.take();
    expect(third.said).toMatchObject([{ change: { "account.employees": 2, "account.city": "Ede" } }]);
    expect(third.made).toHaveLength(1);

    expect(await book.resolve([company("Birch", { "account.city": "Epe" })])).toEqual([birch]);
    expect(book.take()).toMatchObject({ made: [], said: [{ subjectId: birch, change: { "account.city": "Epe" } }] });
  });
});

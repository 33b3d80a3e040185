import { eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { findImport, listImports } from "#db/queries/imports.ts";
import { importRejections, imports } from "#db/schema/index.ts";
import { addTestUser } from "#db/test/add-test-user.ts";
import { createTestDatabase, type TestDatabase } from "#db/test/database.ts";
import { mappingSchema } from "#lib/import/mapping.ts";
import { stageOf } from "#lib/import/stage.ts";
import { cancelImport } from "./cancel-import.ts";
import { changeImportMapping } from "./change-import-mapping.ts";
import { createImport } from "./create-import.ts";
import { discardAbandonedUploads } from "./discard-abandoned-uploads.ts";
import { discardImport } from "./discard-import.ts";
import { queueImport } from "./queue-import.ts";

let store: TestDatabase;
let userId: number;
beforeAll(async () => {
  store = await createTestDatabase();
  userId = await addTestUser(store.db, { role: "marketer" });
});
afterAll(() => store.drop());

const at = new Date("2026-03-12T09:00:00Z");
const mapping = mappingSchema.parse({ kind: "leads", columns: [{ to: "email", column: "mail" }] });

async function upload(): Promise<number> {
  const file = { fileName: "leads.csv", filePath: "/nowhere/leads.csv", fileBytes: 12, fileSha256: "0" };
  return createImport({ ...file, mapping, status: "uploaded", createdBy: userId, at }, store.db);
}
const stage = async (importId: number) => {
  const record = await findImport({ importId }, store.db);
  return record && stageOf(record);
};
const queue = (importId: number, isDryRun: boolean) => queueImport({ importId, isDryRun, userId, at }, store.db);
const reasonOf = (result: Awaited<ReturnType<typeof queue>>) => (result.ok ? null : result.refusal.reason);

describe("a file on its way in", () => {
  it("is tried, changed and imported; not changed or queued again while it is on its way", async () => {
    const importId = await upload();
    expect(await stage(importId)).toBe("preparing");
    expect((await queue(importId, true)).ok).toBe(true);
    expect(await stage(importId)).toBe("trying");
    expect(reasonOf(await changeImportMapping({ importId, mapping }, store.db))).toBe("import_moved_on");
    expect((await cancelImport({ importId, userId, at }, store.db)).ok).toBe(true);
    expect(await stage(importId)).toBe("preparing");
    expect((await queue(importId, false)).ok).toBe(true);
    expect(reasonOf(await queue(importId, false))).toBe("import_moved_on");
    expect(await stage(importId)).toBe("importing");
  });

  it("forgets what a try rejected when its mapping changes", async () => {
    const importId = await upload();
    const row = { importId, lineNumber: 2, reason: "email_invalid", record: ["x"] };
    await store.db.insert(importRejections).values(row);
    const other = { ...mapping, source: "hubspot" };
    expect((await changeImportMapping({ importId, mapping: other }, store.db)).ok).toBe(true);
    expect((await findImport({ importId }, store.db))?.mapping.source).toBe("hubspot");
    expect(await store.db.select().from(importRejections)).toEqual([]);
  });

  it("whose import was stopped before its turn is over, and its bytes are needed no longer", async () => {
    const importId = await upload();
    await queue(importId, false);
    const cancelled = await cancelImport({ importId, userId, at }, store.db);
    expect(cancelled).toEqual({ ok: true, value: { unusedPath: "/nowhere/leads.csv" } });
    expect(await stage(importId)).toBe("ended");
    expect((await discardImport({ importId, userId, at }, store.db)).ok).toBe(false);
  });

  it("of which nothing came in can be forgotten", async () => {
    const importId = await upload();
    expect((await discardImport({ importId, userId, at }, store.db)).ok).toBe(true);
    expect(await stage(importId)).toBeNull();
  });

  it("is forgotten a day after it was uploaded or tried last, and never while it is on its way", async () => {
    const idle = await upload();
    const queued = await upload();
    await queue(queued, false);
    const tried = await upload();
    const later = new Date(at.getTime() + 3_600_000);
    const change = { status: "done", isDryRun: true, heartbeatAt: later } as const;
    await store.db.update(imports).set(change).where(eq(imports.id, tried));
    const dayOn = (ms: number) => new Date(at.getTime() + 24 * 3_600_000 + ms);
    expect(await discardAbandonedUploads({ at: dayOn(0) }, store)).toEqual([]);
    expect(await discardAbandonedUploads({ at: dayOn(1) }, store)).toContain("/nowhere/leads.csv");
    expect([await stage(idle), await stage(tried), await stage(queued)]).toEqual([null, "preparing", "importing"]);
    await discardAbandonedUploads({ at: dayOn(3_600_001) }, store);
    expect([await stage(tried), await stage(queued)]).toEqual([null, "importing"]);
  });
});

it("imports are listed newest first, and go on behind one", async () => {
  const ids = [await upload(), await upload(), await upload()];
  const newest = await listImports({ beforeId: null, limit: 2 }, store.db);
  expect(newest.map(({ id }) => id)).toEqual([ids[2], ids[1]]);
  const [older] = await listImports({ beforeId: ids[1] ?? 0, limit: 1 }, store.db);
  expect(older?.id).toBe(ids[0]);
});

import { eq, sql } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { importPending, imports, leads } from "#db/schema/index.ts";
import { TEST_TIME } from "#db/test/add-test-user.ts";
import { CITY, daysLater, EMAIL, ID, leadsMapping, prepareImports } from "#db/test/test-imports.ts";
import { runImport } from "./run-import.ts";

const { store, load, queue } = prepareImports();

describe("an import whose first quote is never closed", () => {
  it("does not say that the file has no rows when it read some", async () => {
    const done = await load('email,city\n"a@b.nl,Ede\nb@b.nl,Epe\nc@b.nl,Oss\n', leadsMapping(EMAIL, CITY));
    expect(done.report?.counts).toMatchObject({ read: 3, created: 2, rejected: 1 });
    expect(done.report?.warnings).toEqual([]);
    const empty = await load("email,city\n", leadsMapping(EMAIL, CITY));
    expect(empty.report?.warnings).toEqual(["no_rows"]);
  });
});

describe("an import that cannot be", () => {
  it.each([
    ["{}\n", leadsMapping(EMAIL), "no_mapped_column"],
    ['[{"a":1}]', leadsMapping(EMAIL), "json"],
    ["", leadsMapping(EMAIL), "empty"],
    ["name,city\nJan,Ede\n", leadsMapping(EMAIL), "no_mapped_column"],
    ["city,name\nEde,Jan\n", leadsMapping(EMAIL, CITY), "missing_column"],
    [
      "email,c\na@b.nl,1\n",
      leadsMapping(EMAIL, { column: "c", to: "custom", key: "city", type: "text" }),
      "reserved_field",
    ],
    [
      "email,a,b\na@b.nl,1,2\n",
      leadsMapping(EMAIL, { ...CITY, column: "a" }, { ...CITY, column: "b" }),
      "repeated_target",
    ],
  ])("is refused before anything is written: %j", async (text, mapping, refusal) => {
    const done = await load(text, mapping);
    expect(done).toMatchObject({ status: "failed", failure: { refusal } });
    expect(await store().db.execute(sql`select 1 from leads union all select 1 from field_definitions`)).toHaveLength(
      0,
    );
  });

  it("a field of the organisation's own does not change its type", async () => {
    await load("email,a\na@b.nl,1\n", leadsMapping(EMAIL, { column: "a", to: "custom", key: "a", type: "number" }));
    const done = await load(
      "email,a\na@b.nl,x\n",
      leadsMapping(EMAIL, { column: "a", to: "custom", key: "a", type: "text" }),
      daysLater(1),
    );
    expect(done.failure).toEqual({ refusal: "field_type_differs", about: "a" });
  });

  it("a file that changed or went is not read on", async () => {
    const importId = await queue("email\na@b.nl\n", leadsMapping(EMAIL));
    await store().db.update(imports).set({ fileSha256: "other" });
    expect(await runImport({ importId, now: () => TEST_TIME }, store())).toMatchObject({
      failure: { refusal: "file_changed" },
    });
    const gone = await queue("email\na@b.nl\n", leadsMapping(EMAIL));
    await store().db.update(imports).set({ filePath: "/nowhere/at/all.csv" });
    expect(await runImport({ importId: gone, now: () => TEST_TIME }, store())).toMatchObject({
      failure: { refusal: "file_gone" },
    });
  });
});

describe("an import under way", () => {
  const text = `id,city\n${Array.from({ length: 12_000 }, (_, n) => `${n},Ede`).join("\n")}\n`;
  const mapping = leadsMapping(ID, CITY);

  it("that is stopped goes on where it was", async () => {
    const importId = await queue(text, mapping);
    const stop = new AbortController();
    const run = runImport(
      { importId, now: () => TEST_TIME, signal: stop.signal, onProgress: () => stop.abort() },
      store(),
    );
    await expect(run).rejects.toThrow();
    const [stopped] = await store().db.select().from(imports);
    expect(stopped).toMatchObject({ status: "running" });
    expect(stopped?.recordsRead).toBeGreaterThan(0);
    const done = await runImport({ importId, now: () => daysLater(1) }, store());
    expect(done?.report?.counts).toMatchObject({ read: 12_000, created: 12_000, rejected: 0 });
    expect(await store().db.$count(leads)).toBe(12_000);
  });

  it("that is cancelled stops at the next batch and keeps what it has", async () => {
    const importId = await queue(text, mapping);
    const cancel = () => store().db.update(imports).set({ status: "cancelled" }).where(eq(imports.id, importId));
    let cancelling: Promise<unknown> | null = null;
    const onProgress = () => {
      cancelling ??= cancel().execute();
    };
    const done = await runImport({ importId, now: () => TEST_TIME, onProgress }, store());
    await cancelling;
    expect(done?.status).toBe("cancelled");
    expect(await store().db.$count(leads)).toBeLessThan(12_000);
    expect(await store().db.$count(importPending)).toBe(0);
  });
});

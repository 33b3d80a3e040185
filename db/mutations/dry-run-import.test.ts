import { describe, expect, it } from "vitest";
import { imports } from "#db/schema/index.ts";
import { CITY, countsOf, daysLater, EMAIL, ID, leadsMapping, prepareImports } from "#db/test/test-imports.ts";
import { bytesSource } from "#lib/csv/byte-source.ts";
import { mappingSchema } from "#lib/import/mapping.ts";
import { dryRunImport } from "./dry-run-import.ts";

const { store, load, listLeads } = prepareImports();

describe("a dry run", () => {
  it("says what an import would do and writes nothing", async () => {
    const mapping = leadsMapping(ID, EMAIL, CITY);
    await load("id,email,city\n1,a@b.nl,Ede\n2,b@b.nl,Ede\n", mapping);
    const before = await listLeads();
    const text = "id,email,city\n1,a@b.nl,Epe\n2,b@b.nl,Ede\n3,c@b.nl,Ede\n3,c@b.nl,Oss\n4,bad,Ede\n";
    const input = {
      source: bytesSource(Buffer.from(text)),
      mapping: mappingSchema.parse(mapping),
      now: () => daysLater(1),
    };
    const report = await dryRunImport(input, store());
    expect(report.counts).toMatchObject({ read: 5, created: 1, updated: 1, rejected: 1 });
    expect(report.sample.map(({ line, action }) => [line, action])).toEqual([
      [2, "updated"],
      [3, "unchanged"],
      [4, "created"],
      [5, "unchanged"],
    ]);
    expect(report.rejections).toEqual([{ line: 6, column: "email", value: "bad", reason: "email_invalid" }]);
    expect(await listLeads()).toEqual(before);
    expect(await store().db.select().from(imports)).toHaveLength(1);
    expect(await countsOf(load(text, mapping, daysLater(1)))).toMatchObject({ created: 1, updated: 1, rejected: 1 });
  });
});

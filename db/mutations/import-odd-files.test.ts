import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { readFieldTypes } from "#db/queries/generation-plan.ts";
import { exportLeads } from "#db/queries/lead-export.ts";
import { leads } from "#db/schema/index.ts";
import { TEST_TIME } from "#db/test/add-test-user.ts";
import { importTestFile } from "#db/test/import-csv.ts";
import { prepareImports } from "#db/test/test-imports.ts";
import { bytesSource, fileSource } from "#lib/csv/byte-source.ts";
import { detectLayout } from "#lib/csv/detect.ts";
import { inspectFile } from "#lib/csv/inspect.ts";
import { readRecords } from "#lib/csv/read-records.ts";
import { hasTestFiles, NEEDS_TEST_FILES, testFile } from "#lib/csv/test/files.ts";
import { writeCsv } from "#lib/csv/write.ts";
import { guessMapping } from "#lib/import/guess.ts";
import { ImportRefused } from "#lib/import/refusal.ts";
import { unchanged } from "#lib/import/unchanged.ts";
import { leadFileHeader, leadFileRow } from "#lib/leads/lead-file.ts";
import { pointsText } from "#lib/leads/score-row.ts";
import { dryRunImport } from "./dry-run-import.ts";

const { store } = prepareImports();

describe.skipIf(!hasTestFiles)(`hostile and odd files${NEEDS_TEST_FILES}`, () => {
  it("every one of them goes through a dry run or is refused, and none hangs", async () => {
    const files = readdirSync(testFile("nasty_csv"), { recursive: true, withFileTypes: true }).filter((entry) =>
      entry.isFile(),
    );
    const refused: string[] = [];
    async function tryNext(): Promise<void> {
      for (let file = files.pop(); file; file = files.pop()) {
        const report = await tryOut(join(file.parentPath, file.name));
        if (report === null) refused.push(file.name);
        else {
          // Of an empty database nothing can change, or be as it was.
          expect([report.counts.updated, unchanged("leads", report.counts)], file.name).toEqual([0, 0]);
        }
      }
    }
    const total = files.length;
    await Promise.all([tryNext(), tryNext(), tryNext(), tryNext()]);
    expect(total).toBeGreaterThan(150);
    expect(
      refused.every((name) =>
        /\.json$|^LICENSE$|^(empty|zero_bytes|all-empty|bad-header-no-header)\.csv$|^blns\.txt$/.test(name),
      ),
    ).toBe(true);
    expect(await store().db.$count(leads)).toBe(0);
  });

  it("the same contacts in every encoding and layout become the same leads", async () => {
    const folder = testFile("nasty_csv/encoding-variants");
    const samples = new Map<string, unknown>();
    for (const name of [
      "utf8_lf.csv",
      "utf8_bom_crlf.csv",
      "cp1252_crlf.csv",
      "utf16le_bom.csv",
      "utf16be_bom.csv",
      "quote_all.csv",
      "tab.tsv",
      "pipe.txt",
      "no_final_newline.csv",
      "nul_padded.csv",
      "title_rows_and_footer.csv",
      "semicolon_decimal_comma_cp1252.csv",
      "excel_sep_line.csv",
    ]) {
      const report = await tryOut(join(folder, name));
      expect(report?.counts, name).toMatchObject({ read: 9, created: 8, rejected: 0 });
      samples.set(
        name,
        report?.sample.map(({ values }) => values),
      );
    }
    for (const [name, sample] of samples) expect(sample, name).toEqual(samples.get("utf8_lf.csv"));
  });

  it("515 naughty strings survive import, query and export unchanged", async () => {
    const strings: string[] = JSON.parse(readFileSync(testFile("nasty_csv/naughty-strings/blns.json"), "utf8"));
    expect(strings).toHaveLength(515);
    const mapping = {
      kind: "leads",
      columns: [
        { column: "id", to: "external_id" },
        { column: "custom", to: "custom", key: "naughty", type: "text" },
        { column: "company", to: "field", field: "account.industry" },
        { column: "name", to: "field", field: "account.name" },
      ],
    };
    const short = strings.map((text) => (text.length > 250 ? text.slice(0, 100) : text));
    const rows = strings.map((text, at) => [String(at), text, short[at] ?? "", `Company ${at}`]);
    const text = (await Array.fromAsync(writeCsv([["id", "custom", "company", "name"], ...rows]))).join("");
    const done = await importTestFile({ text, mapping, at: TEST_TIME }, store());
    expect(done.report?.counts).toMatchObject({ read: 515, created: 515, rejected: 0 });

    const stored = await Array.fromAsync(exportLeads({ generationId: null }, store().db));
    const byId = new Map(stored.map(({ externalId, fields }) => [Number(externalId), fields]));
    strings.forEach((string, at) => {
      expect(byId.get(at)?.naughty ?? "").toBe(string);
      expect(byId.get(at)?.["account.industry"] ?? "").toBe(short[at]);
    });
    const exported = stored.map(({ externalId, fields }) => [externalId, String(fields.naughty ?? "")]);
    const written = (await Array.fromAsync(writeCsv([["id", "text"], ...exported]))).join("");
    expect(written).not.toMatch(/^\d+,"?[=+\-@]/m);
    const read = await readBack(written);
    expect(new Map(read.map(([id, value]) => [Number(id), value]))).toEqual(
      new Map(strings.map((string, at) => [at, string])),
    );
    expect((await importTestFile({ text, mapping, at: TEST_TIME }, store())).report?.counts).toMatchObject({
      created: 0,
      updated: 0,
    });

    const types = await readFieldTypes(store().db);
    const table = stored.map((lead) => leadFileRow(lead, { types, points: pointsText }));
    const own = (await Array.fromAsync(writeCsv([leadFileHeader({ types }), ...table]))).join("");
    const detection = await detectLayout(await inspectFile(bytesSource(Buffer.from(own))));
    if (!detection.ok) throw new Error(detection.refusal);
    const guessed = guessMapping({ kind: "leads", layout: detection.layout, fieldTypes: types }).mapping;
    const again = await importTestFile({ text: own, mapping: guessed, at: TEST_TIME }, store());
    expect(again.report?.counts).toMatchObject({ read: 515, created: 0, updated: 0, rejected: 0, conflicts: 0 });
  });

  async function tryOut(path: string) {
    const source = await fileSource(path);
    const detection = await detectLayout(await inspectFile(source));
    if (!detection.ok) return null;
    const { mapping } = guessMapping({ kind: "leads", layout: detection.layout, fieldTypes: {} });
    return dryRunImport({ source, mapping, now: () => TEST_TIME }, store()).catch((error: unknown) => {
      if (error instanceof ImportRefused) return null;
      throw error;
    });
  }

  async function readBack(text: string) {
    const source = bytesSource(Buffer.from(text));
    const stated = { separator: ",", header: true, preamble: 0, footer: 0, lineEnd: "lf" } as const;
    const detection = await detectLayout(await inspectFile(source), stated);
    if (!detection.ok) throw new Error(detection.refusal);
    const rows: (readonly string[])[] = [];
    for await (const { records } of readRecords(source, detection.layout))
      rows.push(...records.map(({ cells }) => cells));
    return rows;
  }
});

import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { fileSource } from "./byte-source.ts";
import { detectLayout } from "./detect.ts";
import { inspectFile } from "./inspect.ts";
import { readRecords } from "./read-records.ts";
import { hasTestFiles, NEEDS_TEST_FILES, testFile } from "./test/files.ts";

/** Corner cases in which readers differ: a blank line is no row here. */
const OTHER_CONVENTION = new Map([
  ["all-empty", null],
  ["empty-one-column", [["foo"]]],
]);

async function readAll(path: string) {
  const source = await fileSource(path);
  const detection = await detectLayout(await inspectFile(source));
  if (!detection.ok) return null;
  const { layout } = detection;
  const records = [];
  for await (const chunk of readRecords(source, layout)) records.push(...chunk.records);
  return { columns: layout.columns, dialect: layout.dialect, records, rows: records.map(({ cells }) => cells) };
}

function namesIn(folder: string): string[] {
  return hasTestFiles ? readdirSync(testFile(folder)).sort() : [];
}

function expectedOf(folder: string, name: string) {
  return JSON.parse(readFileSync(testFile(`nasty_csv/${folder}/json/${name}.json`), "utf8"));
}

describe.skipIf(!hasTestFiles)(`odd CSV files${NEEDS_TEST_FILES}`, () => {
  const withExpectation = (["csv-spectrum/csvs", "csv-test-data/csv"] as const).flatMap((folder) =>
    namesIn(`nasty_csv/${folder}`)
      .filter((name) => !name.startsWith("bad-"))
      .map((name) => [folder, name.replace(".csv", "")] as const),
  );

  it.each(withExpectation)("%s/%s holds the rows that its author expects", async (folder, name) => {
    const read = await readAll(testFile(`nasty_csv/${folder}/${name}.csv`));
    const table = read && [read.columns, ...read.rows];
    if (OTHER_CONVENTION.has(name)) return expect(table).toEqual(OTHER_CONVENTION.get(name));
    const expected = expectedOf(folder.split("/")[0] ?? "", name);
    const isByName = !Array.isArray(expected[0]);
    const objects = read?.rows.map((row) => Object.fromEntries(read.columns.map((key, at) => [key, row[at]])));
    expect(isByName ? objects : table).toEqual(expected);
  });

  it("a JSON file is refused, not read as a table", async () => {
    for (const name of namesIn("nasty_csv/csv-spectrum/json"))
      expect(await readAll(testFile(`nasty_csv/csv-spectrum/json/${name}`))).toBeNull();
  });

  it.each([
    "utf8_bom_crlf",
    "cp1252_crlf",
    "utf16le_bom",
    "utf16be_bom",
    "quote_all",
    "no_final_newline",
    "nul_padded",
    "title_rows_and_footer",
  ])("%s.csv holds the same rows as the plain file", async (name) => {
    const plain = await readAll(testFile("nasty_csv/encoding-variants/utf8_lf.csv"));
    const other = await readAll(testFile(`nasty_csv/encoding-variants/${name}.csv`));
    expect(other?.columns).toEqual(plain?.columns);
    expect(other?.rows).toEqual(plain?.rows);
    expect(plain?.rows).toHaveLength(9);
  });

  it.each(["tab.tsv", "pipe.txt"])("%s holds the same rows as the plain file", async (name) => {
    const plain = await readAll(testFile("nasty_csv/encoding-variants/utf8_lf.csv"));
    expect((await readAll(testFile(`nasty_csv/encoding-variants/${name}`)))?.rows).toEqual(plain?.rows);
  });

  it("broken rows of the invalid files are told with their line, and cost no other row", async () => {
    const problems = async (name: string) =>
      (await readAll(testFile(`nasty_csv/${name}`)))?.records.map(({ line, problem }) => [line, problem]);
    expect(await problems("csv-test-data/csv/bad-header-less-fields.csv")).toEqual([[2, "too_few_cells"]]);
    expect(await problems("csv-test-data/csv/bad-header-more-fields.csv")).toEqual([[2, "too_many_cells"]]);
    expect(await problems("csv-test-data/csv/bad-missing-quote.csv")).toEqual([[2, "quote_not_closed"]]);
    expect(await problems("encoding-variants/unclosed_quote.csv")).toEqual([
      [2, "quote_not_closed"],
      [3, null],
    ]);
    expect(await problems("encoding-variants/ragged_rows.csv")).toEqual([
      [2, "too_few_cells"],
      [3, "too_many_cells"],
      [6, null],
    ]);
  });

  it("every file is read to its end or refused, none hangs", async () => {
    const files = readdirSync(testFile("nasty_csv"), { recursive: true, withFileTypes: true }).filter((entry) =>
      entry.isFile(),
    );
    expect(files.length).toBeGreaterThan(150);
    for (const { parentPath, name } of files) await readAll(join(parentPath, name));
  });
});

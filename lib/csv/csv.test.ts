import fc from "fast-check";
import iconv from "iconv-lite";
import { describe, expect, it } from "vitest";
import { bytesSource } from "./byte-source.ts";
import { detectLayout } from "./detect.ts";
import type { DialectOverrides } from "./dialect.ts";
import { inspectFile } from "./inspect.ts";
import { readRecords } from "./read-records.ts";
import type { CsvValue } from "./safe-cell.ts";
import { writeCsv } from "./write.ts";

async function open(content: string | Uint8Array, stated: DialectOverrides = {}) {
  const source = bytesSource(typeof content === "string" ? Buffer.from(content) : content);
  const detection = await detectLayout(await inspectFile(source), stated);
  if (!detection.ok) throw new Error(detection.refusal);
  const { layout } = detection;
  const records = [];
  for await (const chunk of readRecords(source, layout)) records.push(...chunk.records);
  return { ...layout, records, rows: records.filter(({ problem }) => !problem).map(({ cells }) => cells) };
}

const refusalOf = (content: string | Uint8Array) =>
  open(content).then(
    () => null,
    (error: Error) => error.message,
  );

const LETTER = `Dear reader,
this is a letter.
It has lines, some with one comma, some with two, some with three, and most
with none.
It goes on,
as letters do, for a while, and
it ends
as it began, without a table,
though a program, if it is careless, could think
that there is one.
Yours,
the writer`;

describe("finding out how a file is to be read", () => {
  it.each([
    ["name,city\nJan,Ede\n", ","],
    ["name;city\nJan;Ede\n", ";"],
    ["name\tcity\nJan\tEde\n", "\t"],
    ["name|city\nJan|Ede\n", "|"],
    ["sep=|\nname,x|city\nJan,y|Ede\n", "|"],
    ["amount;city\n1,50;Ede, NL\n2,75;Epe, NL\n", ";"],
  ])("the separator of %j is found", async (content, separator) => {
    expect((await open(content)).dialect.separator).toBe(separator);
  });

  it.each([
    ["utf-8", Buffer.from("naam,plaats\nZoë,Århus €\n")],
    ["utf-8", Buffer.from("\ufeffnaam,plaats\nZoë,Århus €\n")],
    ["windows-1252", iconv.encode("naam,plaats\nZoë,Århus €\n", "win1252")],
    ["utf-16le", iconv.encode("\ufeffnaam,plaats\nZoë,Århus €\n", "utf-16le")],
    ["utf-16be", iconv.encode("\ufeffnaam,plaats\nZoë,Århus €\n", "utf-16be")],
    ["utf-16le", iconv.encode("naam,plaats\nZoë,Århus €\n", "utf-16le")],
    ["utf-16be", iconv.encode("naam,plaats\nZoë,Århus €\n", "utf-16be")],
  ])("%s is recognised and read the same", async (encoding, bytes) => {
    const { dialect, columns, rows } = await open(bytes);
    expect(dialect.encoding).toBe(encoding);
    expect([columns, rows]).toEqual([["naam", "plaats"], [["Zoë", "Århus €"]]]);
  });

  it("text in UTF-8 with a broken byte stays UTF-8, and says so", async () => {
    const bytes = Buffer.concat([Buffer.from("naam\nZoë\nJürgen\nÅsa\nRené"), Buffer.from([0xff]), Buffer.from("\n")]);
    const { dialect, hasBrokenBytes, rows } = await open(bytes);
    expect([dialect.encoding, hasBrokenBytes, rows.at(-1)]).toEqual(["utf-8", true, ["René\ufffd"]]);
  });

  it.each(["a,b\n1,2\n", "a,b\r\n1,2\r\n", "a,b\r1,2\r", "a,b\n1,2"])(
    "line ends of %j are understood",
    async (text) => {
      expect((await open(text)).rows).toEqual([["1", "2"]]);
    },
  );

  it("titles in front of a table and remarks behind it are no data", async () => {
    const { dialect, rows } = await open(
      'Contacts export,,\n,,\nEmail,Name,City\na@b.nl,A,Ede\nc@d.nl,C,Epe\n\n"2 records",,\n',
    );
    expect(dialect).toMatchObject({ preamble: 2, hasHeader: true, footer: 1 });
    expect(rows).toEqual([
      ["a@b.nl", "A", "Ede"],
      ["c@d.nl", "C", "Epe"],
    ]);
  });

  it("a last row with one value is data unless its words close a list", async () => {
    expect((await open("email,name,city\na@b.nl,A,Ede\nlast@b.nl,,\n")).rows).toHaveLength(2);
  });

  it("a file whose first row holds data has no header", async () => {
    const { columns, rows } = await open("Jan,jan@b.nl,2024-01-02\nAn,an@b.nl,2024-01-03\n");
    expect(columns).toEqual(["Column 1", "Column 2", "Column 3"]);
    expect(rows).toHaveLength(2);
  });

  it("columns without a name or with a second one get one of their own", async () => {
    const { columns } = await open("Email,Email,,First Name,first name\na@b.nl,b@b.nl,x,A,B\n");
    expect(columns).toEqual(["Email", "Email (2)", "Column 3", "First Name", "first name (2)"]);
  });

  it("what is stated is not guessed", async () => {
    const { dialect, columns } = await open("1;2\n3;4\n", { header: ["x", "y"], encoding: "windows-1252" });
    expect(dialect).toMatchObject({ hasHeader: false, encoding: "windows-1252", separator: ";" });
    expect(columns).toEqual(["x", "y"]);
  });

  it("what is no table is refused by its kind", async () => {
    expect(await refusalOf("")).toBe("empty");
    expect(await refusalOf("\ufeff\r\n \r\n")).toBe("empty");
    expect(await refusalOf('[{"a": 1}]')).toBe("json");
    expect(await refusalOf("<!DOCTYPE html><p>")).toBe("markup");
    expect(await refusalOf(Buffer.from("504b0304140000000800", "hex"))).toBe("workbook");
    expect(await refusalOf(Buffer.from("89504e470d0a1a0a0000000d", "hex"))).toBe("image");
    expect(await refusalOf(Buffer.from("%PDF-1.7 ..."))).toBe("pdf");
    expect(await refusalOf(Buffer.from(Array.from({ length: 400 }, (_, n) => (n * 7) % 32)))).toBe("binary");
    expect(await refusalOf(LETTER)).toBe("no_table");
  });
});

describe("reading records", () => {
  it("a record knows the line on which it begins, past blank lines and line breaks in cells", async () => {
    const { records } = await open('a,b\n\n1,"two\r\nlines"\n# a remark\n2,x\n');
    expect(records.map(({ line }) => line)).toEqual([3, 6]);
  });

  it("a quote that is never closed costs its line and no other", async () => {
    const { records } = await open('email,notes\na@b.nl,fine\nb@b.nl,"never closed\nc@b.nl,fine\n');
    expect(records).toEqual([
      { line: 2, cells: ["a@b.nl", "fine"], problem: null },
      { line: 3, cells: ['b@b.nl,"never closed'], problem: "quote_not_closed" },
      { line: 4, cells: ["c@b.nl", "fine"], problem: null },
    ]);
  });

  it("a stray quote that would swallow the rows up to the next one costs its line only", async () => {
    const rows = Array.from({ length: 20 }, (_, n) => `${n},"quoted, ${n}",${n === 9 ? '"stray' : "x"}`);
    const { records } = await open(`a,b,c\n${rows.join("\n")}\n`);
    expect(records.filter(({ problem }) => problem).map(({ line, problem }) => [line, problem])).toEqual([
      [11, "quote_not_closed"],
    ]);
    expect(records).toHaveLength(20);
  });

  it("quotes inside a cell that did not begin with one are plain", async () => {
    expect((await open('a,b\n1,5" nail "long"\n')).rows).toEqual([["1", '5" nail "long"']]);
  });

  it("cells too many or too few are told, empty ones beyond the last column are not", async () => {
    const { records } = await open("a,b,c\n1,2,3,,\n1,2\n1,2,3,4\n1,2,3\n");
    expect(records.map(({ problem }) => problem)).toEqual([null, "too_few_cells", "too_many_cells", null]);
    const { rows } = await open("a,b,c\n1,2\n1,2,3\n", { shortRows: "fill" });
    expect(rows[0]).toEqual(["1", "2", ""]);
  });

  it("NUL bytes are left out", async () => {
    expect((await open("a,b\n1\u0000,2\n\u0000\u0000\n")).rows).toEqual([["1", "2"]]);
  });

  it("files of more than one piece are read whole, with fresh starts behind broken quotes", async () => {
    const rows = Array.from(
      { length: 30_000 },
      (_, n) => `${n},"na""me, ${n}",Århus${n % 10_000 === 5000 ? ',"' : ",x"}`,
    );
    const { records } = await open(`id,name,city,note\n${rows.join("\r\n")}`);
    expect(records).toHaveLength(30_000);
    expect(records.filter(({ problem }) => problem).map(({ line }) => line)).toEqual([5002, 15_002, 25_002]);
    expect(records.at(-1)).toMatchObject({ line: 30_001, cells: ["29999", 'na"me, 29999', "Århus", "x"] });
  });
});

describe("CSV that the application writes", () => {
  const cell = fc.oneof(
    fc.string({ unit: "grapheme" }),
    fc.string({ unit: fc.constantFrom("'", '"', "=", "-", "@", ",", ";", "\t", "\n", "\r", "\\", "a", " ") }),
  );

  it("reads back unchanged", async () => {
    const table = fc.array(fc.tuple(fc.stringMatching(/^[a-z]{1,8}$/), cell, cell), { minLength: 1, maxLength: 20 });
    await fc.assert(
      fc.asyncProperty(table, fc.boolean(), async (rows, hasMark) => {
        const written: CsvValue[][] = [["key", "left", "right"], ...rows];
        const pieces = await Array.fromAsync(writeCsv(written, { hasMark }));
        const own = {
          separator: ",",
          quote: '"',
          escape: '"',
          lineEnd: "lf",
          preamble: 0,
          footer: 0,
          header: true,
        } as const;
        expect((await open(pieces.join(""), own)).rows).toEqual(rows);
      }),
      { numRuns: process.env.VOORRANG_LONG === "1" ? 5000 : 200 },
    );
  });

  it("is written in pieces, so that it need not fit in memory", async () => {
    const rows = Array.from({ length: 1200 }, (_, n) => [n, `name ${n}`]);
    expect(await Array.fromAsync(writeCsv(rows))).toHaveLength(3);
  });
});

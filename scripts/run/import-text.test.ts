import { describe, expect, it } from "vitest";
import { mappingSchema } from "#lib/import/mapping.ts";
import { countsSchema, type ImportReport } from "#lib/import/report.ts";
import { importText } from "./import-text.ts";

const mapping = mappingSchema.parse({
  kind: "leads",
  dates: "day_first",
  decimal: "comma",
  missing: ["-", "N/A"],
  columns: [
    { column: "E-mail", to: "email" },
    { column: "Do not call", to: "permission", permission: "may_call", inverted: true },
    { column: "Since", to: "created_at", dates: "year_first" },
    { column: "Team size", to: "custom", key: "team_size", type: "number" },
    { column: "Notes", to: "ignore" },
    { value: "fair", to: "field", field: "source" },
  ],
});
const bad = { line: 3, column: "E-mail", value: "nobody", reason: "email_invalid" } as const;
const reading = {
  encoding: "utf-8",
  separator: ";",
  quote: "'",
  lineEnd: "crlf",
  preamble: 0,
  hasHeader: true,
  footer: 0,
};

function textOf({ counts = {}, isDryRun = false, rejections = [] as ImportReport["rejections"] }) {
  const report: ImportReport = {
    counts: countsSchema.parse({ read: 60, ...counts }),
    reading: { ...reading, columns: [] },
    fieldsCreated: [],
    missingColumns: [],
    warnings: [],
    rejections,
    sample: [],
    seconds: 1,
  };
  const sentences = { reasonOf: () => "This is not an e-mail address", warningOf: () => "" };
  return importText({ kind: "leads", report, isDryRun, importId: 1, scored: null, mapping }, sentences).split("\n");
}

describe("what the command line says of an import", () => {
  it("names how the file was read, quotes, line ends and words for nothing included", () => {
    const lines = textOf({});
    expect(lines).toContain(
      "Read as utf-8, separated by semicolon, quoted with ', lines ended by CR LF, with a header.",
    );
    expect(lines).toContain("Dates are read day first, decimals behind a comma.");
    expect(lines).toContain("Read as no value: -, N/A.");
    expect(lines.some((line) => line.includes("Team size"))).toBe(false);
  });

  it("shows in a dry run what each column becomes", () => {
    const lines = textOf({ isDryRun: true });
    expect(lines).toEqual(
      expect.arrayContaining([
        "  E-mail -> email",
        "  Do not call -> not may_call",
        "  Since -> created_at, dates year first",
        "  Team size -> new or own field team_size (number)",
        "  Notes -> left out",
        '  "fair" in every row -> source',
      ]),
    );
  });

  it("says how many rejected rows it does not show", () => {
    const lines = textOf({ counts: { rejected: 60 }, rejections: Array.from({ length: 20 }, () => bad) });
    expect(lines.at(-1)).toBe("  and 40 more: --rejected FILE writes them all.");
    const counts = { rejected: 21 };
    expect(textOf({ counts, rejections: [bad], isDryRun: true }).at(-1)).toBe("  and 20 more.");
    expect(textOf({ counts: { rejected: 1 }, rejections: [bad] }).at(-1)).toContain("nobody");
  });

  it("lists the words that it took for no outcome", () => {
    expect(textOf({ counts: { otherWords: { open: 2, "in gesprek": 1 } } })).toContain(
      "Neither won nor lost, so no outcome: open (2), in gesprek (1).",
    );
  });
});

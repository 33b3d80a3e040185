import { z } from "zod";
import type { FileColumn } from "#components/charts/file-columns.ts";
import type { CsvValue } from "#lib/csv/safe-cell.ts";
import { parseJson } from "#lib/json.ts";

const columnsSchema = z.array(z.tuple([z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])]));

/** The cells of a table of a figure, by row. Pictures within it have no heading. */
export type FigureCells = {
  readonly headings: readonly string[];
  readonly rows: readonly (readonly (readonly FileColumn[])[])[];
};

/** Shares are told to the hundredth of a percent. */
const PARTS = 10_000;

/** The rows of a file that holds these tables, an empty one between them. */
export function fileRows(tables: readonly FigureCells[]): CsvValue[][] {
  return tables.flatMap((table, place) => (place === 0 ? tableRows(table) : [[], ...tableRows(table)]));
}

/**
 * The header and the rows below it. A cell of several values fills as many columns, named after its heading;
 * a column without a heading is a picture and falls away.
 */
function tableRows({ headings, rows }: FigureCells): CsvValue[][] {
  const columns = headings.flatMap((heading, place) => {
    if (heading === "") return [];
    const names = [...new Set(rows.flatMap((cells) => (cells[place] ?? []).map(([name]) => name)))];
    return names.map((name) => ({ place, name, title: name === "" ? heading : `${heading}: ${name}` }));
  });
  return [
    columns.map(({ title }) => title),
    ...rows.map((cells) =>
      columns.map(({ place, name }) => rounded(cells[place]?.find(([other]) => other === name)?.[1] ?? null)),
    ),
  ];
}

function rounded(value: CsvValue): CsvValue {
  return typeof value === "number" ? Math.round(value * PARTS) / PARTS : value;
}

/** The headings of figures that stand in a list instead of a table. */
export type ListHeadings = { readonly name: string; readonly value: string; readonly note: string };

/** Reads what a figure says to somebody who does not see the picture: its tables, or else its list. */
export function readFigureCells(figure: HTMLElement, headings: ListHeadings): FigureCells[] {
  const tables = [...figure.querySelectorAll("table")];
  return tables.length === 0 ? [readList(figure, headings)] : tables.map(readTable);
}

function readTable(table: HTMLTableElement): FigureCells {
  const rows = [...table.rows].filter((row) => !row.closest("thead, [aria-hidden='true']"));
  return {
    headings: [...(table.tHead?.rows[0]?.cells ?? [])].map(textOf),
    rows: rows.map((row) => [...row.cells].map(columnsOf)),
  };
}

/** Each name of a list with what is said of it: a value and a note, or a sentence alone. */
function readList(figure: HTMLElement, { name, value, note }: ListHeadings): FigureCells {
  const rows: FileColumn[][][] = [];
  for (const item of figure.querySelectorAll<HTMLElement>("dt, dd"))
    if (item.tagName === "DT") rows.push([[["", textOf(item)]]]);
    else rows.at(-1)?.push([["", textOf(item)]]);
  return { headings: [name, value, note], rows };
}

function columnsOf(cell: HTMLTableCellElement): readonly FileColumn[] {
  const { file } = cell.dataset;
  return file === undefined ? [["", textOf(cell)]] : columnsSchema.parse(parseJson(file));
}

function textOf(cell: HTMLElement): string {
  const copy = cell.cloneNode(true);
  if (!(copy instanceof HTMLElement)) return "";
  for (const hidden of copy.querySelectorAll("[aria-hidden='true']")) hidden.remove();
  return (copy.textContent ?? "").replace(/\s+/g, " ").trim();
}

import { stringify } from "csv-stringify/browser/esm/sync";
import { BYTE_ORDER_MARK, CSV_FORM } from "#lib/csv/form.ts";
import { safeCell } from "#lib/csv/safe-cell.ts";
import { fileRows, type ListHeadings, readFigureCells } from "./figure-rows.ts";

/** The numbers of a figure as a CSV file that a spreadsheet opens, as the server writes its own. */
export function writeFigure(figure: HTMLElement, headings: ListHeadings): Blob {
  const rows = fileRows(readFigureCells(figure, headings)).map((row) => row.map(safeCell));
  return new Blob([BYTE_ORDER_MARK, stringify(rows, CSV_FORM)], { type: "text/csv;charset=utf-8" });
}

import type { ReactNode } from "react";
import type { inFile } from "./file-columns.ts";

/** `file` is what a file holds in place of the words. */
export type TableCell = number | string | { readonly text: string; readonly file: ReturnType<typeof inFile> };

type Props = {
  caption: string;
  headings: readonly string[];
  /** The first cell of a row names it. */
  rows: readonly { readonly key: string; readonly cells: readonly [string, ...TableCell[]] }[];
  /** The picture. */
  children: ReactNode;
};

/** A picture for who sees it, and its numbers as a table for who does not. */
export function ChartWithTable({ caption, headings, rows, children }: Props) {
  return (
    <>
      <div aria-hidden="true">{children}</div>
      <div className="sr-only">
        <table>
          <caption>{caption}</caption>
          <thead>
            <tr>
              {headings.map((heading) => (
                <th key={heading} scope="col">
                  {heading}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(({ key, cells: [name, ...cells] }) => (
              <tr key={key}>
                <th scope="row">{name}</th>
                {cells.map((cell, column) =>
                  typeof cell === "object" ? (
                    <td key={headings[column + 1]} {...cell.file}>
                      {cell.text}
                    </td>
                  ) : (
                    <td key={headings[column + 1]}>{cell}</td>
                  ),
                )}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}

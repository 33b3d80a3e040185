import Link from "next/link";
import type { ReactNode } from "react";
import type { inFile } from "./file-columns.ts";

/** `file` is what a file holds in place of the words, `href` where the cell leads. */
export type TableCell =
  | number
  | string
  | {
      readonly text: string;
      readonly file?: ReturnType<typeof inFile> | undefined;
      readonly href?: string | undefined;
    };

type Props = {
  caption: string;
  headings: readonly string[];
  /** The first cell of a row names it. */
  rows: readonly { readonly key: string; readonly cells: readonly [string, ...TableCell[]] }[];
  /** What unfolds the table for everybody; without it, it is for who does not see the picture. */
  unfold?: string;
  /** The picture. */
  children: ReactNode;
};

/** A picture for who sees it, and its numbers as a table: for who does not, or for whoever unfolds it. */
export function ChartWithTable({ unfold, children, ...props }: Props) {
  return (
    <>
      <div aria-hidden="true">{children}</div>
      {unfold === undefined ? (
        <div className="sr-only">
          <Twin {...props} />
        </div>
      ) : (
        <details data-outside-picture className="mt-1 text-small">
          <summary className="min-h-6 w-fit cursor-pointer text-accent underline-offset-4 hover:underline">
            {unfold}
          </summary>
          <div className="mt-1 overflow-x-auto">
            <Twin
              {...props}
              className="w-full border-collapse [&_caption]:sr-only [&_td+td]:pl-3 [&_td]:text-right [&_th+th]:pl-3 [&_th+th]:text-right [&_tbody_tr]:border-rule [&_tbody_tr]:border-t [&_tr>*]:py-1 [&_tbody_th]:whitespace-nowrap"
            />
          </div>
        </details>
      )}
    </>
  );
}

function Twin({
  caption,
  headings,
  rows,
  className,
}: Pick<Props, "caption" | "headings" | "rows"> & { className?: string }) {
  return (
    <table className={className}>
      <caption>{caption}</caption>
      <thead>
        <tr>
          {headings.map((heading) => (
            <th key={heading} scope="col" className="type-label">
              {heading}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ key, cells: [name, ...cells] }) => (
          <tr key={key}>
            <th scope="row">{name}</th>
            {cells.map((cell, column) => (
              <Cell key={headings[column + 1]} cell={cell} />
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Cell({ cell }: { cell: TableCell }) {
  if (typeof cell !== "object") return <td>{cell}</td>;
  const { text, file, href } = cell;
  return (
    <td {...file}>
      {href === undefined ? (
        text
      ) : (
        <Link href={href} prefetch={false} className="underline underline-offset-4">
          {text}
        </Link>
      )}
    </td>
  );
}

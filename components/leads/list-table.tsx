import type { ReactNode } from "react";

type Column = { readonly key: string; readonly label: string; readonly className: string };

type Props = { caption: string; columns: readonly Column[]; children: ReactNode };

/** Rows of leads under their columns; a list of lines on a phone, a table again on paper. */
export function ListTable({ caption, columns, children }: Props) {
  return (
    <table className="w-full table-fixed max-md:block print:table print:text-[11px]">
      <caption className="sr-only">{caption}</caption>
      <thead className="max-md:sr-only print:not-sr-only print:table-header-group">
        <tr className="shadow-[inset_0_-1px_0_var(--rule-3)]">
          {columns.map(({ key, label, className }) => (
            <th key={key} scope="col" className={`type-label h-8 px-2 first:pl-6 last:pr-6 print:px-1! ${className}`}>
              {label}
            </th>
          ))}
        </tr>
      </thead>
      <tbody className="max-md:block print:table-row-group">{children}</tbody>
    </table>
  );
}

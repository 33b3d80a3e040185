import { useFormatter } from "next-intl";
import { inFile } from "#components/charts/file-columns.ts";
import { useFigures } from "#components/performance/use-figures.ts";
import { share } from "#lib/data-quality/figures.ts";

type Props = {
  headings: { readonly name: string; readonly count: string; readonly share: string };
  rows: readonly { readonly key: string; readonly name: string; readonly made: number; readonly of: number }[];
};

/** Shares of all there are, so without intervals: how many, and which part that is, as a bar too. */
export function ShareRows({ headings, rows }: Props) {
  const format = useFormatter();
  const { percent } = useFigures();
  return (
    <table className="w-full border-collapse text-small">
      <thead>
        <tr className="[&>th]:pb-1 [&>th]:text-right [&>th:first-child]:text-left">
          <th scope="col" className="type-label">
            {headings.name}
          </th>
          <th scope="col" className="type-label pl-3">
            {headings.count}
          </th>
          <th scope="col" className="type-label pl-3">
            {headings.share}
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ key, name, made, of }) => {
          const rate = share(made, of);
          return (
            <tr key={key} className="[&>*]:border-rule [&>*]:border-t [&>*]:py-1.5 [&>td]:text-right">
              <th scope="row" className="max-w-40 truncate pr-2">
                {name}
                <span aria-hidden="true" className="mt-0.5 block h-[3px] bg-rule">
                  <span className="block h-full bg-ink" style={{ width: `${((rate ?? 0) * 100).toFixed(1)}%` }} />
                </span>
              </th>
              <td {...inFile([["", made]])} className="pl-3 text-ink-3">
                {format.number(made)}
              </td>
              <td {...inFile([["", rate]])} className="pl-3 font-semibold">
                {rate === null ? "–" : percent(rate)}
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

type Props = {
  ticks: readonly { readonly at: number; readonly label: string }[];
  /** Columns that stand to the right of the scale. */
  after?: number;
};

/** The scale below a table whose third column is drawn along it. */
export function ScaleFoot({ ticks, after = 1 }: Props) {
  return (
    <tfoot aria-hidden="true">
      <tr>
        <td colSpan={2} />
        <td className="p-0 pt-1">
          <span className="relative block h-4 text-ink-3 text-micro">
            {ticks.map(({ at, label }) => (
              <span
                key={label}
                className={`absolute top-0 whitespace-nowrap ${at === 0 ? "" : at === 1 ? "-translate-x-full" : "-translate-x-1/2"}`}
                style={{ left: `${at * 100}%` }}
              >
                {label}
              </span>
            ))}
          </span>
        </td>
        <td colSpan={after} />
      </tr>
    </tfoot>
  );
}

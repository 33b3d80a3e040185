/** The axis below a column of tracks: a few places with their words. Decoration, as the tracks are. */
export function ScaleTicks({ ticks }: { ticks: readonly { readonly at: number; readonly label: string }[] }) {
  return (
    <span aria-hidden="true" className="relative block h-4 text-ink-3 text-micro">
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
  );
}

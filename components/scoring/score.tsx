import { formatCentipoints } from "./format-centipoints.ts";

/** A score with two decimals, the decimals set quieter. */
export function Score({
  centipoints,
  locale,
  className = "",
}: {
  centipoints: number;
  locale: string;
  className?: string;
}) {
  const text = formatCentipoints(centipoints, locale);
  const split = text.length - 3;
  return (
    <span className={`font-semibold ${className}`}>
      {text.slice(0, split)}
      <span className="font-normal text-ink-3">{text.slice(split)}</span>
    </span>
  );
}

/** Up, down or unchanged against before, with the size of the change. */
export function Delta({ centipoints, locale }: { centipoints: number; locale: string }) {
  return (
    <span className="inline-grid grid-cols-[10px_auto] items-baseline">
      {centipoints !== 0 && (
        <svg viewBox="0 0 8 8" aria-hidden="true" className="size-[7px] fill-current">
          <path d={centipoints > 0 ? "M4 1 7.5 7H.5Z" : "M4 7 .5 1h7Z"} />
        </svg>
      )}
      <span className="col-start-2 min-w-9 text-right">
        {centipoints !== 0 && <span className="sr-only">{centipoints > 0 ? "+" : "−"}</span>}
        {formatCentipoints(Math.abs(centipoints), locale)}
      </span>
    </span>
  );
}

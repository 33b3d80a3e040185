/** A line of a chart in small, beside its name. */
export function LineKey({ isQuiet }: { isQuiet: boolean }) {
  return (
    <span className={`relative w-4 border-t-2 ${isQuiet ? "border-ink-3" : "border-ink"}`}>
      <span
        className={`absolute -top-[4px] left-[5px] size-1.5 rounded-full ${isQuiet ? "border border-ink-3 bg-paper" : "bg-ink"}`}
      />
    </span>
  );
}

/** Lines where rows will be; the page keeps its place while they come. */
export function SkeletonRows({ rows, label }: { rows: number; label: string }) {
  return (
    <div role="status" aria-label={label} className="animate-pulse">
      {Array.from({ length: rows }, (_, row) => (
        <div key={`row-${row.toString()}`} className="flex h-11 items-center gap-4 border-rule border-b">
          <span className="h-3 w-8 bg-paper-3" />
          <span className="h-3 bg-paper-3" style={{ width: `${20 + ((row * 37) % 30)}%` }} />
          <span className="ml-auto h-3 w-16 bg-paper-3" />
        </div>
      ))}
    </div>
  );
}

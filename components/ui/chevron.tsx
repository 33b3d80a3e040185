/** Says that a list opens here. */
export function Chevron({ className = "" }: { className?: string }) {
  return (
    <svg
      viewBox="0 0 8 8"
      aria-hidden="true"
      className={`size-2 fill-none stroke-ink-3 [stroke-width:1.25] ${className}`}
    >
      <path d="M1 2.5 4 5.5 7 2.5" />
    </svg>
  );
}

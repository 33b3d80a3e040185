/** The priority-road diamond. */
export function Brand() {
  return (
    <span className="flex items-center gap-2 font-serif text-[19px]/6 font-semibold tracking-[-0.015em]">
      <svg viewBox="0 0 18 18" aria-hidden="true" className="size-4 overflow-visible">
        <path d="M9 1 17 9 9 17 1 9Z" className="fill-none stroke-ink [stroke-width:1.5]" />
        <path d="M9 4.8 13.2 9 9 13.2 4.8 9Z" className="fill-accent" />
      </svg>
      Voorrang
    </span>
  );
}

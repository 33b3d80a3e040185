import { Brand } from "./brand.tsx";

/** The line at the top of a page that belongs to nobody in particular. */
export function BrandBar() {
  return (
    <header className="flex h-12 items-center border-rule-3 border-b px-gutter sm:h-11">
      <Brand />
    </header>
  );
}

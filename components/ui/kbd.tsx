import type { ReactNode } from "react";

/** A key, shown small where it acts; who works by touch has none. */
export function Kbd({ children }: { children: ReactNode }) {
  return (
    <kbd className="inline-block pointer-coarse:hidden min-w-[18px] rounded-md border border-rule-2 px-1 text-center font-medium font-sans text-[10.5px]/4 text-ink-2">
      {children}
    </kbd>
  );
}

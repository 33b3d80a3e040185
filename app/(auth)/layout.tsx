import type { ReactNode } from "react";
import { Brand } from "#components/shell/brand.tsx";

/** A page for who is not inside yet: the mark, and one column. */
export default function AuthLayout({ children }: { children: ReactNode }) {
  return (
    <>
      <header className="flex h-12 items-center border-rule-3 border-b px-gutter sm:h-11">
        <Brand />
      </header>
      <main className="mx-auto w-full max-w-[400px] px-gutter pt-[12dvh] pb-16">{children}</main>
    </>
  );
}

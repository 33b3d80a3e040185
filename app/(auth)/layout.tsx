import type { ReactNode } from "react";
import { BrandBar } from "#components/shell/brand-bar.tsx";

/** A page for who is not inside yet: the mark, and one column. */
export default function AuthLayout({ children }: { children: ReactNode }) {
  return (
    <>
      <BrandBar />
      <main className="mx-auto w-full max-w-[400px] px-gutter pt-[12dvh] pb-16">{children}</main>
    </>
  );
}

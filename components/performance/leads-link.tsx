import Link from "next/link";
import type { ReactNode } from "react";

/** Opens the leads behind a figure, below it. */
export function LeadsLink({ href, children }: { href: string; children: ReactNode }) {
  return (
    <p data-outside-picture className="mt-2 text-small print:hidden">
      <Link href={href} prefetch={false} className="text-accent underline-offset-4 hover:underline">
        {children} <span aria-hidden="true">→</span>
      </Link>
    </p>
  );
}

import Link from "next/link";
import type { ReactNode } from "react";
import { Brand } from "./brand.tsx";
import { Navigation } from "./navigation.tsx";
import type { NavigationLink } from "./navigation-link.ts";

type Props = { home: string; homeLabel: string; navigationLabel: string; links: NavigationLink[]; children: ReactNode };

/** The line at the top: mark, pages, and what belongs to the reader at its end. */
export function Masthead({ home, homeLabel, navigationLabel, links, children }: Props) {
  return (
    <header className="sticky top-0 z-30 flex h-12 items-center gap-4 border-rule-3 border-b bg-paper px-gutter sm:h-11 sm:gap-8 print:hidden">
      <Link href={home} aria-label={homeLabel}>
        <Brand />
      </Link>
      <Navigation label={navigationLabel} links={links} />
      <div className="ml-auto flex items-center gap-3 text-ink-3 text-small sm:gap-5">{children}</div>
    </header>
  );
}

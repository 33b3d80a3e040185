"use client";

import Link from "next/link";
import { usePathname } from "next/navigation";
import type { NavigationLink } from "./navigation-link.ts";

/** Pages as tabs; on a phone only the current one stands here, the rest is in the menu. */
export function Navigation({ label, links }: { label: string; links: NavigationLink[] }) {
  const path = usePathname();
  return (
    <nav aria-label={label} className="flex gap-6 self-stretch max-md:[&>a:not([aria-current])]:hidden">
      {links.map((link) => (
        <Link
          key={link.href}
          href={link.href}
          aria-current={isWithin(path, link.href) ? "page" : undefined}
          className="-mb-px flex items-center border-transparent border-y-[3px] text-ink-2 hover:text-ink aria-[current]:border-b-ink aria-[current]:font-semibold aria-[current]:text-ink"
        >
          {link.label}
          {link.hint && (
            <>
              <span title={link.hint} aria-hidden="true" className="mb-2 ml-1 size-1.5 rounded-full bg-accent" />
              <span className="sr-only">, {link.hint}</span>
            </>
          )}
        </Link>
      ))}
    </nav>
  );
}

function isWithin(path: string, href: string): boolean {
  return path === href || path.startsWith(`${href}/`);
}

"use client";

import Link from "next/link";
import { usePathname } from "next/navigation";

type Props = { label: string; links: readonly { href: string; label: string }[] };

export function SettingsNavigation({ label, links }: Props) {
  const path = usePathname();
  return (
    <nav aria-label={label} className="mb-4 flex flex-wrap gap-x-6 lg:mt-2 lg:flex-col lg:gap-0">
      {links.map(({ href, label }) => (
        <Link
          key={href}
          href={href}
          aria-current={isWithin(path, href) ? "page" : undefined}
          className="flex min-h-8 items-center border-transparent border-b-2 text-ink-2 hover:text-ink aria-[current]:border-ink aria-[current]:font-semibold aria-[current]:text-ink lg:border-b-0 lg:border-l-2 lg:pl-3"
        >
          {label}
        </Link>
      ))}
    </nav>
  );
}

/** The first page is above all others; the rest have those below them. */
function isWithin(path: string, href: string): boolean {
  return path === href || (href !== "/settings" && path.startsWith(`${href}/`));
}

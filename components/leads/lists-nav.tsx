"use client";

import Link from "next/link";
import { usePathname } from "next/navigation";
import { useTranslations } from "next-intl";

const LISTS = [
  { href: "/leads", key: "all" },
  { href: "/leads/hand-over", key: "handOver" },
  { href: "/leads/nurture", key: "nurture" },
] as const;

/** From one list of leads to another. */
export function ListsNav() {
  const t = useTranslations("leads.lists");
  const path = usePathname();
  return (
    <nav aria-label={t("label")} className="flex gap-5 text-small print:hidden">
      {LISTS.map(({ href, key }) => (
        <Link
          key={key}
          href={href}
          aria-current={path === href ? "page" : undefined}
          className="inline-flex min-h-6 items-center border-transparent border-b text-ink-2 hover:text-ink aria-[current]:border-ink aria-[current]:font-semibold aria-[current]:text-ink max-sm:min-h-9"
        >
          {t(key)}
        </Link>
      ))}
    </nav>
  );
}

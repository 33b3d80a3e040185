"use client";

import { Menu } from "@base-ui/react/menu";
import { focusManager, useQueryClient } from "@tanstack/react-query";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { useEffect } from "react";
import type { NavigationLink } from "./navigation-link.ts";

type Props = {
  name: string;
  role: string;
  links: NavigationLink[];
  showsUsers: boolean;
  signOut: () => Promise<unknown>;
};

const ITEM =
  "flex min-h-9 items-center px-4 text-body text-ink outline-none data-highlighted:bg-paper-3 max-sm:min-h-11 cursor-pointer";

/** Initials of the reader; behind them the settings, the way out and, on a phone, the pages. */
export function UserMenu({ name, role, links, showsUsers, signOut }: Props) {
  const t = useTranslations("shell");
  const queryClient = useQueryClient();
  useEffect(() => focusManager.setFocused(undefined), []);

  /** What the page still asks for would be refused on the way out, so it asks no more. */
  async function leave() {
    focusManager.setFocused(false);
    await queryClient.cancelQueries();
    await signOut();
  }

  return (
    <Menu.Root>
      <Menu.Trigger className="flex size-8 items-center justify-center rounded-full border border-ink font-medium text-[10.5px] text-ink tracking-[-0.03em] sm:size-7">
        {initials(name)}
        <span className="sr-only">{t("menu", { name })}</span>
      </Menu.Trigger>
      <Menu.Portal>
        <Menu.Positioner align="end" sideOffset={10} className="z-40">
          <Menu.Popup className="min-w-56 border border-rule-3 bg-sheet py-2 shadow-none outline-none">
            <div className="border-rule border-b px-4 pb-2">
              <p className="font-semibold text-ink">{name}</p>
              <p className="text-ink-3 text-small">{role}</p>
            </div>
            <div className="border-rule border-b py-1 md:hidden">
              {links.map((link) => (
                <Menu.Item key={link.href} className={ITEM} render={<Link href={link.href} />}>
                  {link.label}
                </Menu.Item>
              ))}
            </div>
            <div className="pt-1">
              <Menu.Item className={ITEM} render={<Link href="/settings" />}>
                {t("settings")}
              </Menu.Item>
              {showsUsers && (
                <Menu.Item className={ITEM} render={<Link href="/settings/users" />}>
                  {t("users")}
                </Menu.Item>
              )}
              <Menu.Item className={ITEM} onClick={leave}>
                {t("signOut")}
              </Menu.Item>
            </div>
          </Menu.Popup>
        </Menu.Positioner>
      </Menu.Portal>
    </Menu.Root>
  );
}

function initials(name: string): string {
  const words = name.trim().split(/\s+/);
  const first = words[0]?.[0] ?? "";
  const last = words.length > 1 ? (words.at(-1)?.[0] ?? "") : "";
  return (first + last).toUpperCase();
}

"use client";

import { Dialog } from "@base-ui/react/dialog";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { Kbd } from "#components/ui/kbd.tsx";
import type { NavigationLink } from "./navigation-link.ts";
import { PaletteSearch } from "./palette-search.tsx";

/** Ctrl/Cmd-K: a page or a lead by name, without the mouse. */
export function Palette({ links, mayFindLeads }: { links: NavigationLink[]; mayFindLeads: boolean }) {
  const t = useTranslations("shell.palette");
  const router = useRouter();
  const [isOpen, setOpen] = useState(false);

  useEffect(() => {
    function onKeyDown(event: KeyboardEvent) {
      if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "k") {
        event.preventDefault();
        setOpen((open) => !open);
      }
    }
    window.addEventListener("keydown", onKeyDown);
    return () => window.removeEventListener("keydown", onKeyDown);
  }, []);

  function go(href: string) {
    setOpen(false);
    router.push(href);
  }

  return (
    <Dialog.Root open={isOpen} onOpenChange={setOpen}>
      <Dialog.Trigger className="flex items-center gap-2 hover:text-ink max-sm:hidden">
        {t("open")} <Kbd>Ctrl K</Kbd>
      </Dialog.Trigger>
      <Dialog.Portal>
        <Dialog.Backdrop className="fixed inset-0 z-40 bg-ink/20" />
        <Dialog.Popup className="fixed top-[12dvh] left-1/2 z-50 w-[min(560px,calc(100vw-32px))] -translate-x-1/2 border border-rule-3 bg-sheet outline-none">
          <Dialog.Title className="sr-only">{t("title")}</Dialog.Title>
          <PaletteSearch links={links} mayFindLeads={mayFindLeads} onChoose={go} />
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  );
}

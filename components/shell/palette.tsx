"use client";

import { Dialog } from "@base-ui/react/dialog";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useEffect, useEffectEvent, useRef, useState } from "react";
import { Kbd } from "#components/ui/kbd.tsx";
import type { NavigationLink } from "./navigation-link.ts";
import { type PageCommand, readPageCommands } from "./page-commands.ts";
import { PaletteSearch } from "./palette-search.tsx";
import type { PaletteChoice } from "./use-palette-choices.ts";

/** Ctrl/Cmd-K: a page, a lead or an act of the page in sight, by name and without the mouse. */
export function Palette({ links, mayFindLeads }: { links: NavigationLink[]; mayFindLeads: boolean }) {
  const t = useTranslations("shell.palette");
  const router = useRouter();
  const [isOpen, setOpen] = useState(false);
  const [commands, setCommands] = useState<readonly PageCommand[]>([]);
  /** Chosen, and done once the palette is gone and has given the focus back. */
  const chosen = useRef<(() => void) | null>(null);
  const field = useRef<HTMLInputElement>(null);

  function show(open: boolean) {
    if (open) setCommands(readPageCommands());
    setOpen(open);
  }
  const toggle = useEffectEvent(() => show(!isOpen));
  useEffect(() => {
    function onKeyDown(event: KeyboardEvent) {
      if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "k") {
        event.preventDefault();
        toggle();
      }
    }
    window.addEventListener("keydown", onKeyDown);
    return () => window.removeEventListener("keydown", onKeyDown);
  }, []);

  function choose({ href, command }: PaletteChoice, at: number) {
    chosen.current = command ? () => command.run(at) : () => router.push(href);
    setOpen(false);
  }
  /** At once, not a frame later: letters typed on at once would be keys of the page underneath. */
  function takeKeys() {
    field.current?.focus();
    return false;
  }
  function leave() {
    chosen.current?.();
    chosen.current = null;
  }

  return (
    <Dialog.Root open={isOpen} onOpenChange={show} onOpenChangeComplete={(open) => !open && leave()}>
      <Dialog.Trigger className="flex items-center gap-2 hover:text-ink max-sm:hidden">
        {t("open")} <Kbd>Ctrl K</Kbd>
      </Dialog.Trigger>
      <Dialog.Portal>
        <Dialog.Backdrop className="fixed inset-0 z-40 bg-veil" />
        <Dialog.Popup
          initialFocus={takeKeys}
          className="fixed top-[12dvh] left-1/2 z-50 w-[min(560px,calc(100vw-32px))] -translate-x-1/2 border border-rule-3 bg-sheet outline-none"
        >
          <Dialog.Title className="sr-only">{t("title")}</Dialog.Title>
          <PaletteSearch
            field={field}
            links={links}
            commands={commands}
            mayFindLeads={mayFindLeads}
            onChoose={choose}
          />
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  );
}

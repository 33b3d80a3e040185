"use client";

import { Dialog } from "@base-ui/react/dialog";
import { useQuery } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { type KeyboardEvent, useDeferredValue, useEffect, useState } from "react";
import { Kbd } from "#components/ui/kbd.tsx";
import type { NavigationLink } from "./navigation-link.ts";

type Choice = { href: string; label: string; detail: string };
/** As `GET /api/leads/find` answers. */
type FoundLead = { id: number; name: string; company: string | null };

/** Ctrl/Cmd-K: a page or a lead by name, without the mouse. */
export function Palette({ links, mayFindLeads }: { links: NavigationLink[]; mayFindLeads: boolean }) {
  const t = useTranslations("shell");
  const router = useRouter();
  const [isOpen, setOpen] = useState(false);
  const [text, setText] = useState("");
  const [selected, setSelected] = useState(0);
  const sought = useDeferredValue(text.trim());

  useEffect(() => {
    function onKeyDown(event: globalThis.KeyboardEvent) {
      if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "k") {
        event.preventDefault();
        setOpen((open) => !open);
      }
    }
    window.addEventListener("keydown", onKeyDown);
    return () => window.removeEventListener("keydown", onKeyDown);
  }, []);

  const leads = useQuery({
    queryKey: ["find-leads", sought],
    enabled: isOpen && mayFindLeads && sought.length >= 2,
    queryFn: async ({ signal }): Promise<FoundLead[]> => {
      const response = await fetch(`/api/leads/find?q=${encodeURIComponent(sought)}`, { signal });
      if (!response.ok) throw new Error(`Lead search answered ${response.status}.`);
      return response.json();
    },
  });

  const choices: Choice[] = [
    ...links
      .filter((link) => link.label.toLowerCase().includes(sought.toLowerCase()))
      .map((link) => ({ href: link.href, label: link.label, detail: t("palette.page") })),
    ...(leads.data ?? []).map((lead) => ({ href: `/leads/${lead.id}`, label: lead.name, detail: lead.company ?? "" })),
  ];
  const current = Math.min(selected, Math.max(0, choices.length - 1));

  function close() {
    setOpen(false);
    setText("");
    setSelected(0);
  }
  function go(choice: Choice | undefined) {
    if (!choice) return;
    close();
    router.push(choice.href);
  }
  function onKeyDown(event: KeyboardEvent) {
    if (event.key === "ArrowDown") setSelected(Math.min(current + 1, choices.length - 1));
    else if (event.key === "ArrowUp") setSelected(Math.max(current - 1, 0));
    else if (event.key === "Enter") go(choices[current]);
    else return;
    event.preventDefault();
  }

  return (
    <Dialog.Root open={isOpen} onOpenChange={(open) => (open ? setOpen(true) : close())}>
      <Dialog.Trigger className="flex items-center gap-2 hover:text-ink max-sm:hidden">
        {t("palette.open")} <Kbd>Ctrl K</Kbd>
      </Dialog.Trigger>
      <Dialog.Portal>
        <Dialog.Backdrop className="fixed inset-0 z-40 bg-ink/20" />
        <Dialog.Popup className="fixed top-[12dvh] left-1/2 z-50 w-[min(560px,calc(100vw-32px))] -translate-x-1/2 border border-rule-3 bg-sheet outline-none">
          <Dialog.Title className="sr-only">{t("palette.title")}</Dialog.Title>
          <input
            role="combobox"
            aria-expanded="true"
            aria-controls="palette-choices"
            aria-activedescendant={choices[current] ? `palette-${current}` : undefined}
            aria-label={t("palette.title")}
            value={text}
            onChange={(event) => {
              setText(event.target.value);
              setSelected(0);
            }}
            onKeyDown={onKeyDown}
            placeholder={mayFindLeads ? t("palette.placeholder") : t("palette.placeholderPages")}
            className="h-12 w-full border-rule-2 border-b bg-transparent px-4 font-serif text-prose outline-none placeholder:text-ink-3"
          />
          <div
            id="palette-choices"
            role="listbox"
            aria-label={t("palette.title")}
            className="max-h-[50dvh] overflow-y-auto py-1"
          >
            {choices.map((choice, index) => (
              <div
                key={choice.href}
                id={`palette-${index}`}
                role="option"
                aria-selected={index === current}
                tabIndex={-1}
                onClick={() => go(choice)}
                onKeyDown={onKeyDown}
                onPointerMove={() => setSelected(index)}
                className="flex h-9 cursor-pointer items-center justify-between gap-4 px-4 aria-selected:bg-paper-3"
              >
                <span className="truncate">{choice.label}</span>
                <span className="truncate text-ink-3 text-small">{choice.detail}</span>
              </div>
            ))}
          </div>
          {choices.length === 0 && (
            <p className="px-4 py-3 text-ink-3">{leads.isFetching ? t("palette.searching") : t("palette.nothing")}</p>
          )}
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  );
}

"use client";

import { Dialog } from "@base-ui/react/dialog";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Kbd } from "#components/ui/kbd.tsx";
import type { NavigationLink } from "./navigation-link.ts";
import { useLeaderKey } from "./use-leader-key.ts";

/** `?` shows the keys; `g` and a page's letter goes there. */
export function KeysDialog({ links }: { links: NavigationLink[] }) {
  const t = useTranslations("shell");
  const [isOpen, setOpen] = useState(false);
  useLeaderKey(links, () => setOpen(true));

  return (
    <Dialog.Root open={isOpen} onOpenChange={setOpen}>
      <Dialog.Portal>
        <Dialog.Backdrop className="fixed inset-0 z-40 bg-veil" />
        <Dialog.Popup className="fixed top-[12dvh] left-1/2 z-50 max-h-[76dvh] w-[min(560px,calc(100vw-32px))] lg:w-[880px] -translate-x-1/2 overflow-y-auto border border-rule-3 bg-sheet p-6 outline-none">
          <Dialog.Title className="type-title">{t("keys.title")}</Dialog.Title>
          <div className="mt-3 gap-x-8 sm:columns-2 lg:columns-3">
            <KeyList
              title={t("keys.everywhere")}
              rows={[
                ["?", t("keys.help")],
                ["Ctrl K", t("keys.palette")],
                ["Esc", t("keys.close")],
                ...links.map((link): [string, string] => [`G ${link.shortcut}`, link.label]),
              ]}
            />
            <KeyList
              title={t("keys.lists")}
              rows={[
                ["J", t("keys.next")],
                ["K", t("keys.previous")],
                ["Enter", t("keys.open")],
                ["/", t("keys.search")],
              ]}
            />
            <KeyList
              title={t("keys.lead")}
              rows={[
                ["P", t("keys.call")],
                ["C", t("keys.called")],
                ["N", t("keys.noAnswer")],
                ["E", t("keys.emailed")],
                ["A", t("keys.accept")],
                ["R", t("keys.reject")],
                ["S", t("keys.snooze")],
                ["Q", t("keys.verdict")],
                ["M", t("keys.note")],
                ["Ctrl ↵", t("keys.noteAlone")],
                ["O", t("keys.give")],
                ["B", t("keys.question")],
                ["U", t("keys.undo")],
              ]}
            />
            <KeyList
              title={t("keys.today")}
              rows={[
                ["W", t("keys.change")],
                ["D", t("keys.done")],
                ["V", t("keys.newcomers")],
              ]}
            />
            <KeyList
              title={t("keys.matrix")}
              rows={[
                ["← ↑ ↓ →", t("keys.cell")],
                ["T", t("keys.twin")],
              ]}
            />
            <KeyList
              title={t("keys.editor")}
              rows={[
                ["← →", t("keys.onePoint")],
                ["PgUp PgDn", t("keys.fivePoints")],
                ["⌫", t("keys.published")],
                ["Ctrl Z", t("keys.undoEdit")],
                ["Ctrl ⇧ Z", t("keys.redoEdit")],
                ["M", t("keys.comments")],
                ["X", t("keys.difference")],
                ["/", t("keys.tryLead")],
              ]}
            />
          </div>
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  );
}

function KeyList({ title, rows }: { title: string; rows: [string, string][] }) {
  return (
    <section className="mb-4 break-inside-avoid">
      <h3 className="type-label break-after-avoid border-rule-3 border-b pb-1">{title}</h3>
      <dl>
        {rows.map(([keys, meaning]) => (
          <div
            key={keys}
            className="flex min-h-8 break-inside-avoid items-center justify-between gap-3 border-rule border-b"
          >
            <dd>{meaning}</dd>
            <dt className="flex flex-none gap-1 [&_kbd]:inline-block">
              {keys.split(" ").map((key) => (
                <Kbd key={key}>{key}</Kbd>
              ))}
            </dt>
          </div>
        ))}
      </dl>
    </section>
  );
}

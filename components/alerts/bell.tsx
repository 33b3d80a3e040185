"use client";

import { Popover } from "@base-ui/react/popover";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { useState } from "react";
import type { AlertInbox } from "#lib/alerts/view.ts";
import type { ActionResult } from "#lib/result.ts";
import { AlertList } from "./alert-list.tsx";
import { AlertNotices } from "./alert-notices.tsx";
import { useInbox } from "./use-inbox.ts";

type Props = { see: (input: { upToId: number }) => Promise<ActionResult<null>> };

/** What the reader was told: how much of it is new, the list of it, and each as it comes. */
export function Bell({ see }: Props) {
  const t = useTranslations("alerts");
  const { inbox, isError, retry, markSeen } = useInbox();
  const [isOpen, setOpen] = useState(false);
  /** What was new when the list was opened: it stays marked until it is closed. */
  const [opened, setOpened] = useState<AlertInbox | null>(null);
  const unseen = inbox?.unseen ?? 0;

  function change(next: boolean): void {
    setOpen(next);
    if (next) setOpened(inbox ?? null);
    const newest = Math.max(0, ...(inbox?.alerts ?? []).map(({ id }) => id));
    if (newest === 0 || unseen === 0) return;
    markSeen(newest);
    // What is not taken down shows as new again at the next reading.
    see({ upToId: newest }).catch(() => {});
  }
  const newIds = new Set(opened?.alerts.flatMap(({ id, isSeen }) => (isSeen ? [] : [id])));

  return (
    <>
      <Popover.Root open={isOpen} onOpenChange={change}>
        <Popover.Trigger className="relative flex size-9 items-center justify-center text-ink-2 hover:text-ink data-popup-open:text-ink sm:size-8">
          <svg viewBox="0 0 16 16" aria-hidden="true" className="size-4 fill-none stroke-current [stroke-width:1.25]">
            <path d="M3.5 11.5c.9-1 1.2-2 1.2-4.2a3.3 3.3 0 0 1 6.6 0c0 2.2.3 3.2 1.2 4.2z M6.6 13.4a1.5 1.5 0 0 0 2.8 0" />
          </svg>
          <span className="sr-only">{unseen > 0 ? t("bellUnseen", { unseen }) : t("bell")}</span>
          {unseen > 0 && (
            <span
              aria-hidden="true"
              className="absolute top-0 right-0 min-w-4 rounded-full bg-hot px-1 text-center font-semibold text-[10px] text-paper leading-4"
            >
              {unseen > 99 ? "99+" : unseen}
            </span>
          )}
        </Popover.Trigger>
        <Popover.Portal>
          <Popover.Positioner align="end" sideOffset={8} collisionPadding={8} className="z-40">
            <Popover.Popup className="flex max-h-[min(560px,calc(100dvh-72px))] w-[min(400px,calc(100vw-16px))] flex-col border border-rule-3 bg-sheet outline-none">
              <div className="flex items-baseline justify-between gap-4 border-rule border-b px-4 py-2">
                <Popover.Title className="type-title">{t("title")}</Popover.Title>
                <Link
                  href="/settings/alerts"
                  onClick={() => setOpen(false)}
                  className="text-accent text-small underline-offset-4 hover:underline"
                >
                  {t("settingsLink")}
                </Link>
              </div>
              <AlertList
                inbox={inbox}
                newIds={newIds}
                hasFailed={isError && !inbox}
                onRetry={retry}
                onFollow={() => setOpen(false)}
              />
            </Popover.Popup>
          </Popover.Positioner>
        </Popover.Portal>
      </Popover.Root>
      <AlertNotices inbox={inbox} isHidden={isOpen} />
    </>
  );
}

"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { GIVE_KEY, GiveDialog } from "#components/owner/give-dialog.tsx";
import { isTyping } from "#components/shell/is-typing.ts";
import { usePageCommands } from "#components/shell/page-commands.ts";
import { isInPopup } from "#components/shell/use-list-keys.ts";
import { usePageKeys } from "#components/shell/use-page-keys.ts";

type Props = {
  leadId: number;
  name: string;
  ownerId: number | null;
  /** Whether the reader goes on seeing the lead when it is a colleague's. */
  staysInSight: boolean;
};

/** Gives the lead of this page to a colleague. */
export function GiveButton({ leadId, name, ownerId, staysInSight }: Props) {
  const t = useTranslations("owner");
  const router = useRouter();
  const [isOpen, setOpen] = useState(false);
  const command = useTranslations("today.commands")("give", { name });
  usePageCommands([{ key: GIVE_KEY, label: command, run: () => setOpen(true) }]);
  usePageKeys((event) => {
    if (isOpen || event.defaultPrevented || event.repeat || event.key.toLowerCase() !== GIVE_KEY) return false;
    if (isTyping(event.target) || isInPopup(event.target)) return false;
    setOpen(true);
    return true;
  });
  return (
    <GiveDialog
      lead={{ leadId, name }}
      ownerId={ownerId}
      isOpen={isOpen}
      onOpenChange={setOpen}
      onDone={() => (staysInSight ? router.refresh() : router.push("/today"))}
      trigger={
        <button
          type="button"
          aria-keyshortcuts={GIVE_KEY.toUpperCase()}
          className="block min-h-6 text-accent underline-offset-4 hover:underline max-sm:min-h-11"
        >
          {t("open")}
        </button>
      }
    />
  );
}

"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState, useTransition } from "react";
import { Dialog } from "#components/ui/dialog.tsx";
import type { NewAdjustment } from "#lib/leads/new-adjustment.ts";
import type { ActionResult, ShownRefusal } from "#lib/result.ts";
import { AdjustForm } from "./adjust-form.tsx";

export type AddAdjustment = (input: { leadId: number; adjustment: NewAdjustment }) => Promise<ActionResult<unknown>>;

type Props = { leadId: number; name: string; today: number; add: AddAdjustment };

/** Corrects a score by hand: the reason becomes a line of it. */
export function AdjustDialog({ leadId, name, today, add }: Props) {
  const t = useTranslations("lead.adjust");
  const router = useRouter();
  const [isOpen, setOpen] = useState(false);
  const [refusal, setRefusal] = useState<ShownRefusal | null>(null);
  const [isPending, startTransition] = useTransition();

  function submit(adjustment: NewAdjustment) {
    startTransition(async () => {
      const result = await add({ leadId, adjustment });
      if (!result.ok) return setRefusal(result.refusal);
      setRefusal(null);
      setOpen(false);
      router.refresh();
    });
  }

  return (
    <Dialog
      title={t("title", { name })}
      closeLabel={t("close")}
      isOpen={isOpen}
      onOpenChange={(open) => {
        setOpen(open);
        setRefusal(null);
      }}
      trigger={
        <button type="button" className="min-h-6 text-accent text-small underline-offset-4 hover:underline">
          {t("open")}
        </button>
      }
    >
      <AdjustForm today={today} refusal={refusal} isPending={isPending} onSubmit={submit} />
    </Dialog>
  );
}

"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState, useTransition } from "react";
import { Dialog } from "#components/ui/dialog.tsx";
import type { NewAdjustment } from "#lib/leads/new-adjustment.ts";
import type { ShownRefusal } from "#lib/result.ts";
import { AdjustForm } from "./adjust-form.tsx";
import type { Adjusting } from "./adjusting.ts";

type Props = { leadId: number; name: string; today: number; adjusting: Adjusting };

/** Corrects a score by hand: the reason becomes a line of it. */
export function AdjustDialog({ leadId, name, today, adjusting }: Props) {
  const t = useTranslations("lead.adjust");
  const router = useRouter();
  const [isOpen, setOpen] = useState(false);
  const [refusal, setRefusal] = useState<ShownRefusal | null>(null);
  const [isPending, startTransition] = useTransition();

  function submit(adjustment: NewAdjustment) {
    startTransition(async () => {
      const result = await adjusting.add({ leadId, adjustment }).catch(() => null);
      if (!result?.ok)
        return setRefusal(result?.refusal ?? { code: "conflict", message: t("unreachable"), fields: {} });
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
      <AdjustForm
        today={today}
        room={adjusting.room?.points ?? null}
        refusal={refusal}
        isPending={isPending}
        onSubmit={submit}
      />
    </Dialog>
  );
}

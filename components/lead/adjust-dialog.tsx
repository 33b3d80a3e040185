"use client";

import { useRouter } from "next/navigation";
import { useLocale, useTranslations } from "next-intl";
import { type FormEvent, useState, useTransition } from "react";
import { Button } from "#components/ui/button.tsx";
import { Dialog } from "#components/ui/dialog.tsx";
import { ListField, TextField } from "#components/ui/field.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { formatNumber, parseNumber } from "#lib/i18n/number-text.ts";
import type { NewAdjustment } from "#lib/leads/new-adjustment.ts";
import { SHOWN_AXES } from "#lib/model/criteria.ts";
import type { ActionResult, ShownRefusal } from "#lib/result.ts";
import { formatEpochDay } from "#lib/time/local-day.ts";

export type AddAdjustment = (input: { leadId: number; adjustment: NewAdjustment }) => Promise<ActionResult<unknown>>;

type Props = { leadId: number; name: string; today: number; add: AddAdjustment };

/** Corrects a score by hand: the reason becomes a line of it. */
export function AdjustDialog({ leadId, name, today, add }: Props) {
  const t = useTranslations("lead.adjust");
  const router = useRouter();
  const locale = useLocale();
  const [isOpen, setOpen] = useState(false);
  const [refusal, setRefusal] = useState<ShownRefusal | null>(null);
  const [isPending, startTransition] = useTransition();
  const errorOf = (field: keyof NewAdjustment) => refusal?.fields[`adjustment.${field}`];

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const text = (field: string) => String(form.get(field) ?? "");
    const adjustment = {
      axis: SHOWN_AXES.find((axis) => axis === text("axis")) ?? "engagement",
      points: parseNumber(text("points")) ?? Number.NaN,
      reason: text("reason"),
      firstDay: text("firstDay"),
      lastDay: text("lastDay") || null,
    };
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
      <form onSubmit={submit} noValidate className="flex flex-col gap-4">
        <p className="text-ink-2">{t("explains")}</p>
        {refusal && Object.keys(refusal.fields).length === 0 && <Notice tone="refused">{refusal.message}</Notice>}
        <div className="grid grid-cols-2 gap-4">
          <ListField label={t("axis")} name="axis" defaultValue="engagement" error={errorOf("axis")}>
            {SHOWN_AXES.map((axis) => (
              <option key={axis} value={axis}>
                {t(`axes.${axis}`)}
              </option>
            ))}
          </ListField>
          <TextField
            label={t("points")}
            name="points"
            inputMode="text"
            autoComplete="off"
            hint={t("pointsHint", { example: formatNumber(-7.5, locale) })}
            error={errorOf("points")}
          />
        </div>
        <TextField
          label={t("reason")}
          name="reason"
          maxLength={200}
          autoComplete="off"
          hint={t("reasonHint")}
          error={errorOf("reason")}
        />
        <div className="grid grid-cols-2 gap-4">
          <TextField
            type="date"
            label={t("firstDay")}
            name="firstDay"
            defaultValue={formatEpochDay(today)}
            error={errorOf("firstDay")}
          />
          <TextField
            type="date"
            label={t("lastDay")}
            name="lastDay"
            hint={t("lastDayHint")}
            error={errorOf("lastDay")}
          />
        </div>
        <p>
          <Button type="submit" kind="act" disabled={isPending}>
            {t("submit")}
          </Button>
        </p>
      </form>
    </Dialog>
  );
}

"use client";

import { useLocale, useTranslations } from "next-intl";
import type { FormEvent } from "react";
import { Button } from "#components/ui/button.tsx";
import { ListField, TextField } from "#components/ui/field.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { formatNumber, parseNumber } from "#lib/i18n/number-text.ts";
import { MOST_POINTS } from "#lib/leads/adjustment-room.ts";
import type { NewAdjustment } from "#lib/leads/new-adjustment.ts";
import { SHOWN_AXES } from "#lib/model/criteria.ts";
import type { ShownRefusal } from "#lib/result.ts";
import { formatEpochDay } from "#lib/time/local-day.ts";

type Props = {
  /** Epoch day from which it counts unless another is chosen. */
  today: number;
  /** How many points the reader has, up or down; null: as many as an axis is long. */
  room: number | null;
  refusal: ShownRefusal | null;
  isPending: boolean;
  onSubmit: (adjustment: NewAdjustment) => void;
};

/** Which axis, how many points, why, and for how long. */
export function AdjustForm({ today, room, refusal, isPending, onSubmit }: Props) {
  const t = useTranslations("lead.adjust");
  const locale = useLocale();
  const errorOf = (field: keyof NewAdjustment) => refusal?.fields[`adjustment.${field}`];

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    onSubmit(adjustmentOf(new FormData(event.currentTarget)));
  }

  return (
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
          hint={t("pointsHint", { most: room ?? MOST_POINTS, example: formatNumber(-7.5, locale) })}
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
          min={room === null ? undefined : formatEpochDay(today)}
          error={errorOf("firstDay")}
        />
        <TextField
          type="date"
          label={t("lastDay")}
          name="lastDay"
          hint={t(room === null ? "lastDayHint" : "lastDayNeeded")}
          error={errorOf("lastDay")}
        />
      </div>
      <p>
        <Button type="submit" kind="act" disabled={isPending}>
          {t("submit")}
        </Button>
      </p>
    </form>
  );
}

/** What was filled in, wrong or not: the server says what is wrong. */
function adjustmentOf(form: FormData): NewAdjustment {
  const text = (field: keyof NewAdjustment) => String(form.get(field) ?? "");
  return {
    axis: SHOWN_AXES.find((axis) => axis === text("axis")) ?? "engagement",
    points: parseNumber(text("points")) ?? Number.NaN,
    reason: text("reason"),
    firstDay: text("firstDay"),
    lastDay: text("lastDay") || null,
  };
}

"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { type FormEvent, useState, useTransition } from "react";
import { Button } from "#components/ui/button.tsx";
import { Dialog } from "#components/ui/dialog.tsx";
import { ListField, TextField } from "#components/ui/field.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { parseNumber } from "#lib/i18n/number-text.ts";
import type { NewDeal } from "#lib/leads/new-deal.ts";
import { OUTCOME_RESULTS, type OutcomeResult } from "#lib/lifecycle/constants.ts";
import { VERDICT_REASONS } from "#lib/lifecycle/verdict.ts";
import type { ActionResult, ShownRefusal } from "#lib/result.ts";
import { formatEpochDay } from "#lib/time/local-day.ts";

export type RecordDealAction = (input: { leadId: number; deal: NewDeal }) => Promise<ActionResult<null>>;

/** How the reader enters deals: the currency is the one that is usual. */
export type Dealing = { readonly record: RecordDealAction; readonly currency: string };

type Props = { leadId: number; name: string; today: number; dealing: Dealing };

/** Enters a deal that was won or lost, with its value and day. */
export function DealDialog({ leadId, name, today, dealing }: Props) {
  const t = useTranslations("lead.deal");
  const router = useRouter();
  const [clientId, setClientId] = useState<string | null>(null);
  const [refusal, setRefusal] = useState<ShownRefusal | null>(null);
  const [isPending, startTransition] = useTransition();
  const reasons = useTranslations("reasons");
  const [result, setResult] = useState<OutcomeResult>("won");
  const errorOf = (field: keyof NewDeal) => refusal?.fields[`deal.${field}`];

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const text = (field: string) => String(form.get(field) ?? "").trim();
    if (clientId === null) return;
    const amount = text("amount") === "" ? null : (parseNumber(text("amount")) ?? Number.NaN);
    const reason = VERDICT_REASONS.lost.find((each) => each === text("reason")) ?? null;
    const deal = { clientId, result, reason, day: text("day"), amount, currency: text("currency") };
    startTransition(async () => {
      const result = await dealing.record({ leadId, deal }).catch(() => null);
      if (!result?.ok)
        return setRefusal(result?.refusal ?? { code: "conflict", message: t("unreachable"), fields: {} });
      setClientId(null);
      router.refresh();
    });
  }

  return (
    <Dialog
      title={t("title", { name })}
      closeLabel={t("close")}
      isOpen={clientId !== null}
      onOpenChange={(open) => {
        setClientId(open ? crypto.randomUUID() : null);
        setRefusal(null);
        setResult("won");
      }}
      trigger={
        <button type="button" className="min-h-6 text-accent text-small underline-offset-4 hover:underline">
          {t("open")}
        </button>
      }
    >
      <form onSubmit={submit} noValidate className="flex flex-col gap-4">
        <fieldset className="flex gap-6">
          <legend className="type-label pb-1">{t("result")}</legend>
          {OUTCOME_RESULTS.map((each) => (
            <label key={each} className="flex min-h-6 items-center gap-2">
              <input
                type="radio"
                name="result"
                value={each}
                checked={result === each}
                onChange={() => setResult(each)}
                className="size-3.5 accent-accent"
              />
              {t(each)}
            </label>
          ))}
        </fieldset>
        <p className="text-ink-2">{t(`explains.${result}`)}</p>
        {refusal && Object.keys(refusal.fields).length === 0 && <Notice tone="refused">{refusal.message}</Notice>}
        <div className="grid grid-cols-[minmax(0,1fr)_96px] gap-4">
          <TextField
            label={t("amount")}
            name="amount"
            inputMode="decimal"
            autoComplete="off"
            hint={t("amountHint")}
            error={errorOf("amount")}
          />
          <TextField
            label={t("currency")}
            name="currency"
            defaultValue={dealing.currency}
            maxLength={3}
            autoComplete="off"
            error={errorOf("currency")}
          />
        </div>
        {result === "lost" && (
          <ListField label={t("reason")} name="reason" defaultValue="" error={errorOf("reason")}>
            <option value="">{t("noReason")}</option>
            {VERDICT_REASONS.lost.map((reason) => (
              <option key={reason} value={reason}>
                {reasons(reason)}
              </option>
            ))}
          </ListField>
        )}
        <TextField
          label={t(`day.${result}`)}
          name="day"
          type="date"
          max={formatEpochDay(today)}
          defaultValue={formatEpochDay(today)}
          error={errorOf("day")}
        />
        <div>
          <Button type="submit" kind="act" disabled={isPending}>
            {t("submit")}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
